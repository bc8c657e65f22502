// The parts that a transcript is made of.

import { h, icon } from './dom.js';
import { clockTime, dayKey, dayName } from './figures.js';

/** A message's place, to be filled with its words. */
export function emptyRow(author, name, at) {
  if (author === 'system') return h('li', { class: 'row system' }, h('div', { class: 'bubble' }), h('div', { class: 'meta' }));
  const who = author === 'visitor' ? 'You' : (name ?? 'Assistant');
  return h(
    'li',
    { class: `row ${author}`, 'data-who': name ?? author },
    author === 'visitor' ? null : avatar(author, name),
    h(
      'div',
      { class: 'body' },
      h('span', { class: author === 'person' ? 'name' : 'hidden' }, who),
      h('div', { class: 'bubble' }),
      h('div', { class: 'meta' }, at ? h('time', { datetime: at.toISOString(), title: at.toLocaleString() }, clockTime(at)) : null),
    ),
  );
}

export function avatar(author, name) {
  return h('div', { class: `avatar ${author}`, 'aria-hidden': 'true' }, author === 'bot' ? icon('spark', true) : (name ?? '?').slice(0, 1));
}

export function dayMark(at) {
  return h('li', { class: 'day', 'data-day': dayKey(at) }, h('span', {}, dayName(at)));
}
