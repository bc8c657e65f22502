// <lh-list name="hot">: rows move to their new place instead of jumping, and what this reader has seen of a lead is remembered here.
// A row is [data-row] with data-id, data-count, data-score, data-at and data-from; it gets data-unread and data-moved="up|down".
import { keepFocus } from './focus.js';

const key = 'leadheat.seen', keep = 2000;
const row = 64, margin = 16;
const store = JSON.parse(localStorage.getItem(key) ?? 'null') ?? { since: Date.now() - 24 * 3_600_000, leads: {} };
const still = matchMedia('(prefers-reduced-motion: reduce)');

function save() {
  const entries = Object.entries(store.leads);
  if (entries.length > keep) store.leads = Object.fromEntries(entries.sort((a, b) => b[1][2] - a[1][2]).slice(0, keep / 2));
  localStorage.setItem(key, JSON.stringify(store));
}

function see(row) {
  const { id, count, score } = row.dataset;
  const known = store.leads[id];
  if (known?.[0] === count && known[1] === score) return;
  store.leads[id] = [count, score, Date.now()];
  save();
}

function tell(row) {
  const { id, count, score, at, from, previous } = row.dataset;
  if (row.getAttribute('aria-current') === 'true' && !document.hidden) see(row);
  const known = store.leads[id];
  const unread = from === 'visitor' && (known ? Number(count) > Number(known[0]) : Date.parse(at) > store.since);
  const then = known ? known[1] : previous, change = then === undefined || then === '' || score === '' ? 0 : Number(score) - Number(then);
  if (row.hasAttribute('data-unread') !== unread) row.toggleAttribute('data-unread', unread);
  const moved = change > 0 ? 'up' : change < 0 ? 'down' : '';
  if ((row.dataset.moved ?? '') !== moved) moved ? row.dataset.moved = moved : delete row.dataset.moved;
}

class List extends HTMLElement {
  #tops = new Map();
  #name;
  #observer = new MutationObserver(() => this.#changed());

  #letGo;

  connectedCallback() {
    this.#letGo = keepFocus(this, '[data-row]');
    this.#changed();
    this.addEventListener('scroll', this.#look, { passive: true });
    this.#sizes.observe(this);
    this.#observer.observe(this, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-count', 'data-score', 'aria-current', 'name'] });
  }

  disconnectedCallback() { this.#letGo(); this.#observer.disconnect(); this.#reach.disconnect(); this.#sizes.disconnect(); }

  #changed() {
    const rows = [...this.querySelectorAll('[data-row]')], tops = new Map(rows.map(row => [row.dataset.id, row.offsetTop]));
    rows.forEach(tell);
    if (this.#name === this.getAttribute('name') && !still.matches) rows.forEach(row => this.#move(row, this.#tops.get(row.dataset.id), tops.get(row.dataset.id)));
    this.#reach.disconnect();
    this.querySelectorAll('[data-when-seen]').forEach(button => this.#reach.observe(button));
    if (this.#name !== undefined && this.#name !== this.getAttribute('name')) this.scrollTop = 0;
    this.#tops = tops;
    this.#name = this.getAttribute('name');
  }

  // Only rows in view and some around are drawn: when the drawn ones run out, the server is told what is in view.
  #looking = 0;
  #sizes = new ResizeObserver(() => this.#look());
  #look = () => {
    this.#looking ||= requestAnimationFrame(() => {
      this.#looking = 0;
      const first = Math.floor(this.scrollTop / row), seen = Math.ceil(this.clientHeight / row);
      const from = Number(this.getAttribute('first')), to = from + Number(this.getAttribute('count'));
      const enough = from <= Math.max(0, first - margin / 2) && to >= first + seen + margin / 2;
      if (!enough) this.dispatchEvent(new CustomEvent('rowwindow', { bubbles: true, detail: { first: Math.max(0, first - margin), count: seen + 2 * margin } }));
    });
  };

  // A button that is pressed by coming into view: the end of what is loaded.
  #reach = new IntersectionObserver(seen => seen.forEach(({ isIntersecting, target }) => { if (isIntersecting) target.click(); }), { rootMargin: '300px' });

  #move(row, from, to) {
    if (from === undefined || from === to || Math.abs(from - to) > 2000) return;
    row.animate([{ transform: `translateY(${from - to}px)` }, { transform: 'none' }], { duration: 180, easing: 'cubic-bezier(.2,0,0,1)' });
  }
}

globalThis.Blazor?.registerCustomEventType('rowwindow', { createEventArgs: event => event.detail });
customElements.define('lh-list', List);
