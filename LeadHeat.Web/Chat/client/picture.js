// A drawing for a unit, from its kind and its id: the same unit always looks the same, and nothing is loaded from elsewhere.

import { svg } from './dom.js';

const skies = [
  ['#fbd3b6', '#8fb7e8', '#4f6d9a', '#2f4468'],
  ['#cfe6fb', '#7fb0e6', '#44709f', '#274766'],
  ['#ffe3c2', '#e7a38f', '#8a5a72', '#53374f'],
  ['#d9f0ea', '#7cc0b8', '#3f7d7c', '#23504f'],
  ['#e6def8', '#a597dc', '#62569b', '#3a3264'],
];

function seeded(text) {
  let state = 2166136261;
  for (const character of text) state = Math.imul(state ^ character.charCodeAt(0), 16777619);
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + 374761393;
    state ^= state >>> 13;
    return (state >>> 0) / 4294967296;
  };
}

function rect(x, y, width, height, fill, more = {}) {
  return svg('rect', { x, y, width, height, fill, ...more });
}

function windows(x, y, columns, rows, stepX, stepY, random) {
  const lit = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (random() > 0.25)
        lit.push(rect(x + column * stepX, y + row * stepY, 5, 6, '#fff6d8', { opacity: (0.45 + random() * 0.5).toFixed(2), rx: 0.8 }));
  return lit;
}

function towers(random, [, , near, dark], heights) {
  const parts = [];
  let x = -6;
  for (let index = 0; x < 240; index++) {
    const width = 26 + Math.floor(random() * 22);
    const height = 26 + random() * 42;
    parts.push(rect(x, 130 - height, width, height, near, { opacity: 0.45 }));
    x += width + 4;
  }
  heights.forEach((height, index) => {
    const left = 44 + index * 62 + random() * 14;
    const columns = 4;
    parts.push(rect(left, 134 - height, 44, height, index % 2 ? near : dark, { rx: 2 }));
    parts.push(...windows(left + 6, 142 - height, columns, Math.floor((height - 14) / 12), 9, 12, random));
  });
  return parts;
}

function house(random, [, , near, dark], left, width, height) {
  const top = 130 - height;
  return [
    svg('path', { d: `M${left - 8} ${top}L${left + width / 2} ${top - 26}L${left + width + 8} ${top}z`, fill: dark }),
    rect(left, top, width, height, '#fdfaf5'),
    rect(left + width / 2 - 7, 130 - 24, 14, 24, near, { rx: 1.5 }),
    rect(left + 9, top + 10, 15, 13, near, { opacity: 0.55, rx: 1 }),
    rect(left + width - 24, top + 10, 15, 13, near, { opacity: 0.55, rx: 1 }),
  ];
}

function tree(x, size, fill) {
  return [rect(x - 1.5, 132 - size * 0.6, 3, size * 0.6, '#6b5846'), svg('circle', { cx: x, cy: 130 - size, r: size * 0.55, fill })];
}

function scene(type, random, sky) {
  const green = ['#5f9a72', '#4f8a68', '#74a868'][Math.floor(random() * 3)];
  if (/villa|bungalow|^house/.test(type))
    return [...tree(36, 26, green), ...house(random, sky, 78, 88, 44), ...tree(204, 30, green), ...tree(222, 20, green)];
  if (/town|row|duplex/.test(type))
    return [...house(random, sky, 26, 54, 46), ...house(random, sky, 92, 54, 52), ...house(random, sky, 158, 54, 46), ...tree(228, 22, green)];
  if (/plot|land/.test(type))
    return [
      svg('path', { d: 'M0 112q60-18 120-6t120-10v54H0z', fill: green, opacity: 0.75 }),
      svg('path', { d: 'M62 132l34-24h62l30 24z', fill: '#e9dcc0', stroke: '#fff', 'stroke-width': 2, 'stroke-dasharray': '5 4' }),
      ...tree(34, 24, green),
      ...tree(212, 28, green),
    ];
  if (/office|commercial|retail|shop/.test(type)) return towers(random, sky, [96, 74]);
  if (/penthouse/.test(type)) return towers(random, sky, [70, 106, 62]);
  return towers(random, sky, [62 + random() * 24, 80 + random() * 26, 56 + random() * 20]);
}

export function picture(unit) {
  const random = seeded(unit.id);
  const sky = skies[Math.floor(random() * skies.length)];
  const gradient = `sky-${unit.id}`;
  return svg(
    'svg',
    { viewBox: '0 0 240 144', class: 'picture', 'aria-hidden': 'true', focusable: 'false', preserveAspectRatio: 'xMidYMax slice' },
    svg(
      'defs',
      {},
      svg(
        'linearGradient',
        { id: gradient, x1: 0, y1: 1, x2: 0, y2: 0 },
        svg('stop', { offset: 0, 'stop-color': sky[0] }),
        svg('stop', { offset: 1, 'stop-color': sky[1] }),
      ),
    ),
    rect(0, 0, 240, 144, `url(#${gradient})`),
    svg('circle', { cx: 30 + random() * 180, cy: 26 + random() * 22, r: 11, fill: '#fff', opacity: 0.7 }),
    ...scene(unit.type.toLowerCase(), random, sky),
    rect(0, 130, 240, 14, sky[3], { opacity: 0.92 }),
  );
}
