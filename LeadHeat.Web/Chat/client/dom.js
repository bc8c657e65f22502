const svgNamespace = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** An element. Children that are strings become text: nothing that comes from outside is ever read as markup. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(svgNamespace, tag), attributes, children);
}

const icons = {
  send: 'M2.7 17.3 18 10 2.7 2.7l-.2 5.6L12 10l-9.5 1.7z',
  close: 'M5 5l10 10M15 5 5 15',
  down: 'M10 4v12M5 11l5 5 5-5',
  clock: 'M10 5.5V10l3 2M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  check: 'M4 10.5l4 4 8-9',
  warning: 'M10 6.5v4.5M10 13.6v.1M10 2.6l8 14.4H2z',
  spark: 'M10 2.5l1.7 5.3a.8.8 0 0 0 .5.5l5.3 1.7-5.3 1.7a.8.8 0 0 0-.5.5L10 17.5l-1.7-5.3a.8.8 0 0 0-.5-.5L2.5 10l5.3-1.7a.8.8 0 0 0 .5-.5z',
};

export function icon(name, filled = false) {
  return svg(
    'svg',
    { viewBox: '0 0 20 20', class: filled ? 'icon filled' : 'icon', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { d: icons[name] }),
  );
}
