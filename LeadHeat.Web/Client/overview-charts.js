// The kinds of the overview: bars, intervals and squares. What they are given is said by ChartData.cs; a datum with href leads to its leads.
const count = number => number.toLocaleString('en');

const time = seconds => seconds < 0.95 ? `${+seconds.toFixed(2)} s` : seconds < 90 ? `${Math.round(seconds)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min`
  : seconds < 129_600 ? `${+(seconds / 3600).toFixed(1)} h` : `${+(seconds / 86_400).toFixed(1)} days`;

// Names of people and rules are others' words: never markup.
const safe = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

export const overviewKinds = ({ percent, frame }) => {
  const quiet = colours => ({ axisLabel: { color: colours.quiet }, axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false }, splitLine: { lineStyle: { color: colours.line } } });
  const shown = unit => value => unit === 'share' ? percent(value) : count(value);

  return {
    // { names, series: [{ title, colour, values, hrefs }], stacked, lying, unit }
    bars({ names, series, stacked, lying, unit }, colours) {
      const say = shown(unit), many = series.length > 1;
      const words = { type: 'category', data: names, ...quiet(colours), splitLine: { show: false }, inverse: lying };
      const numbers = { type: 'value', minInterval: unit === 'share' ? 0 : 1, ...quiet(colours), axisLine: { show: false }, axisLabel: { color: colours.quiet, formatter: say } };
      words.axisLabel = { color: colours.text, hideOverlap: true };
      return {
        ...frame(colours, ({ name, seriesName, value }) => `${safe(name)}<br>${many ? safe(seriesName) + ': ' : ''}${say(value)}${unit === 'share' ? '' : ' ' + unit}`),
        grid: { left: 8, right: lying ? 64 : 16, top: many ? 36 : 16, bottom: 8, containLabel: true },
        legend: many ? { top: 0, left: 0, itemWidth: 12, itemHeight: 12, icon: 'roundRect', textStyle: { color: colours.text } } : undefined,
        xAxis: lying ? numbers : words,
        yAxis: lying ? words : numbers,
        series: series.map(({ title, colour, values, hrefs }) => ({
          name: title, type: 'bar', stack: stacked ? 'all' : undefined, barMaxWidth: 34, itemStyle: { color: colours[colour], borderRadius: stacked ? 0 : 2 },
          label: lying ? { show: true, position: 'right', color: colours.text, formatter: ({ value }) => say(value) } : undefined,
          data: values.map((value, at) => ({ value, href: value ? hrefs[at] : null })),
        })),
      };
    },

    // { unit, rows: [{ name, value, low, high, colour, tip, href }] }: a point each, and a bar that says how sure it is or how far it goes.
    intervals({ unit, rows }, colours) {
      const say = unit === 'time' ? time : value => (unit === 'difference' && value > 0 ? '+' : '') + percent(value);
      const tenth = (value, round) => Math.min(1, Math.max(-1, round(value * 10) / 10));
      const axis = unit === 'time' ? { type: 'log', logBase: 10 } : {
        type: 'value', min: unit === 'share' ? 0 : tenth(Math.min(0, ...rows.map(row => row.low)), Math.floor), max: tenth(Math.max(...rows.map(row => row.high)), Math.ceil),
      };
      return {
        ...frame(colours, ({ dataIndex }) => `${safe(rows[dataIndex].name)}: ${say(rows[dataIndex].value)}<br>${safe(rows[dataIndex].tip)}`),
        grid: { left: 8, right: 24, top: 8, bottom: 8, containLabel: true },
        xAxis: { ...axis, ...quiet(colours), axisLine: { show: false }, axisLabel: { color: colours.quiet, formatter: say, hideOverlap: true } },
        yAxis: { type: 'category', inverse: true, data: rows.map(row => row.name), ...quiet(colours), splitLine: { show: false }, axisLabel: { color: colours.text, width: 150, overflow: 'truncate' } },
        series: [
          {
            type: 'custom', encode: { x: [1, 2, 3], y: 0 }, data: rows.map(({ value, low, high, href }, at) => ({ value: [at, value, low, high], href })),
            renderItem: (_, api) => {
              const row = rows[api.value(0)], stroke = colours[row.colour], y = api.coord([0, api.value(0)])[1];
              const [x, low, high] = [1, 2, 3].map(place => api.coord([api.value(place), api.value(0)])[0]);
              const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: 2 } });
              // The whole row can be pressed, not only the point.
              const press = { type: 'rect', shape: { x: Math.min(low, x) - 8, y: y - 11, width: Math.max(high, x) - Math.min(low, x) + 16, height: 22 }, style: { fill: 'transparent' } };
              return { type: 'group', children: [press, line(low, y, high, y), line(low, y - 4, low, y + 4), line(high, y - 4, high, y + 4), { type: 'circle', shape: { cx: x, cy: y, r: 5 }, style: { fill: stroke } }] };
            },
          },
        ],
      };
    },

    // { names, columns, words, values, href }: the darker, the more.
    squares({ names, columns, words, values, href }, colours) {
      const cells = values.flatMap((row, y) => row.map((leads, x) => ({
        value: [x, y, leads], href: leads ? href.replace('{name}', words[y]).replace('{column}', String(x)) : null,
      })));
      return {
        ...frame(colours, ({ data: { value: [x, y, leads] } }) => `${safe(names[y])} ${safe(columns[x])}:00<br>${count(leads)} chats`),
        grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
        xAxis: { type: 'category', data: columns, ...quiet(colours), splitLine: { show: false }, axisLine: { show: false } },
        yAxis: { type: 'category', data: names, inverse: true, ...quiet(colours), splitLine: { show: false }, axisLine: { show: false } },
        visualMap: { show: false, min: 0, max: Math.max(1, ...cells.map(cell => cell.value[2])), inRange: { color: [colours.soft, colours.accent] } },
        series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: colours.surface, borderWidth: 2, borderRadius: 3 } }],
      };
    },
  };
};
