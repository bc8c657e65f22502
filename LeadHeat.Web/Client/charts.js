// The kinds of charts. A bundle of its own: only pages with charts load it, and of ECharts only what they use.
import { BarChart, CustomChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { overviewKinds } from './overview-charts.js';

use([BarChart, CustomChart, HeatmapChart, LineChart, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

export const create = element => init(element, null, { renderer: 'svg' });

const percent = share => `${Math.round(share * 100)} %`;

const frame = (colours, tooltip) => ({
  animation: !colours.still, animationDuration: 200,
  textStyle: { fontFamily: colours.font, color: colours.text },
  grid: { left: 52, right: 16, top: 16, bottom: 44 },
  tooltip: {
    trigger: 'item', confine: true, backgroundColor: colours.surface, borderColor: colours.line, textStyle: { color: colours.text, fontFamily: colours.font },
    formatter: tooltip,
  },
});

const axis = (name, colours) => ({
  type: 'value', min: 0, max: 1, name, nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: colours.quiet },
  axisLabel: { color: colours.quiet, formatter: percent }, axisLine: { show: true, lineStyle: { color: colours.line } }, splitLine: { lineStyle: { color: colours.line } },
});

const diagonal = colours => ({
  type: 'line', data: [[0, 0], [1, 1]], symbol: 'none', silent: true, lineStyle: { color: colours.quiet, type: 'dashed', width: 1 },
});

export const kinds = {
  ...overviewKinds({ percent, frame }),

  // [{ value: [predicted, won, low, high, leads], href }, …]: points on the dashed line hold what they promise; the bars say how sure that is.
  calibration: (bins, colours) => ({
    ...frame(colours, point => {
      const [predicted, won, low, high, leads] = point.value;
      return `Predicted ${percent(predicted)}<br>Won ${percent(won)} (${percent(low)} – ${percent(high)})<br>${leads} leads`;
    }),
    xAxis: axis('Predicted', colours),
    yAxis: { ...axis('Were won', colours), nameGap: 40 },
    series: [
      diagonal(colours),
      {
        type: 'custom', silent: true, data: bins, encode: { x: 0, y: [2, 3] }, z: 1,
        renderItem: (_, api) => {
          const [x, low] = api.coord([api.value(0), api.value(2)]), high = api.coord([api.value(0), api.value(3)])[1];
          const stroke = { stroke: colours.accent, lineWidth: 1.5, fill: undefined };
          const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: stroke });
          return { type: 'group', children: [line(x, low, x, high), line(x - 4, low, x + 4, low), line(x - 4, high, x + 4, high)] };
        },
      },
      { type: 'line', data: bins, encode: { x: 0, y: 1 }, symbol: 'circle', symbolSize: 9, itemStyle: { color: colours.accent }, lineStyle: { color: colours.accent, width: 2 }, z: 2 },
    ],
  }),

  // [{ value: [percent, found, lift], href }, …]: how many of all won leads are among the best so many; dashed is drawing lots.
  lift: (steps, colours) => ({
    ...frame(colours, ({ value: [part, found, lift] }) => `The best ${percent(part)} hold ${percent(found)} of all won leads` + (lift ? `<br>${lift.toFixed(1)} times the average` : '')),
    xAxis: axis('Best leads', colours),
    yAxis: { ...axis('Of all won leads', colours), nameGap: 40 },
    series: [
      diagonal(colours),
      {
        type: 'line', data: [{ value: [0, 0, 0] }, ...steps.map(({ value: [part, found, lift], href }) => ({ value: [part / 100, found, lift], href }))], symbol: 'circle', symbolSize: 7,
        itemStyle: { color: colours.accent }, lineStyle: { color: colours.accent, width: 2 }, areaStyle: { color: colours.accent, opacity: 0.08 },
      },
    ],
  }),
};
