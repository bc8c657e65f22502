import { h } from './dom.js';
import { baths, price, rooms, size } from './figures.js';
import { picture } from './picture.js';

function card(unit, say) {
  const facts = [/plot|land/i.test(unit.type) ? null : rooms(unit.beds), unit.baths > 0 ? baths(unit.baths) : null, size(unit.sizeM2)];
  const name = `card-${unit.id}-${Math.random().toString(36).slice(2, 8)}`;
  return h(
    'li',
    { class: 'card', 'data-unit': unit.id, 'aria-labelledby': name },
    h('div', { class: 'card-picture' }, picture(unit), h('span', { class: 'card-price' }, price(unit.price, unit.currency))),
    h(
      'div',
      { class: 'card-body' },
      h('h2', { id: name }, unit.title),
      h('p', { class: 'card-place' }, [unit.area, unit.city].filter(Boolean).join(', ')),
      h('p', { class: 'card-facts' }, facts.filter(Boolean).join(' · ')),
      unit.why ? h('p', { class: 'card-why' }, unit.why) : null,
    ),
    h(
      'div',
      { class: 'card-actions' },
      h('button', { type: 'button', onclick: () => say(`Tell me more about ${unit.title}`) }, 'Tell me more'),
      h('button', { type: 'button', class: 'primary', onclick: () => say(`I'd like to book a visit to ${unit.title}`) }, 'Book a visit'),
    ),
  );
}

/** Units side by side; they scroll sideways, with the keyboard too. */
export function cards(units, say) {
  if (units.length === 0) return null;
  return h(
    'ul',
    { class: 'cards', tabindex: 0, 'aria-label': `${units.length} ${units.length === 1 ? 'match' : 'matches'}` },
    ...units.map((unit) => card(unit, say)),
  );
}

/** Things the visitor may want to say next. */
export function chips(texts, say) {
  if (texts.length === 0) return null;
  return h(
    'div',
    { class: 'chips', role: 'group', 'aria-label': 'Suggested replies' },
    ...texts.map((text) => h('button', { type: 'button', class: 'chip', onclick: () => say(text) }, text)),
  );
}
