// What was said, as the visitor sees it.

import { cards, chips } from './cards.js';
import { h, icon } from './dom.js';
import { clockTime, dayKey, dayName } from './figures.js';
import { Scrolling } from './scrolling.js';
import { words } from './words.js';

const states = { sending: ['clock', 'Sending'], sent: ['check', 'Sent'], waiting: ['clock', 'Waiting for connection'], failed: ['warning', 'Not sent'] };

// Bold that is not written to its end yet is shown without its mark.
function closed(text) {
  const last = text.lastIndexOf('**');
  return text.split('**').length % 2 === 0 ? text.slice(0, last) + text.slice(last + 2) : text;
}

export class Transcript {
  #list;
  #scroller;
  #scrolling;
  #say;
  #known = new Map();
  #own = new Map();
  #draft = null;
  #typing = null;

  constructor(scroller, list, jump, say) {
    this.#scroller = scroller;
    this.#scrolling = new Scrolling(scroller, list, jump);
    this.#list = list;
    this.#say = say;
  }

  greet(id, text, suggestions) {
    if (this.#known.has(id)) return;
    const row = this.#row('bot', null, null);
    row.dataset.greeting = '';
    this.#known.set(id, row);
    row.querySelector('.bubble').append(...words(text));
    if (this.#list.firstElementChild?.matches('.day')) this.#list.firstElementChild.after(row);
    else this.#list.prepend(row);
    this.#offer(row, suggestions);
  }

  /** Adds messages that are not shown yet, in their order; the ones by others are handed back. */
  merge(messages) {
    const fresh = [];
    for (const message of messages) {
      const own = message.author === 'visitor' && this.#own.get(message.clientMessageId);
      if (own) {
        this.#known.set(message.id, own);
        this.mark(message.clientMessageId, 'sent');
      } else if (!this.#known.has(message.id)) {
        const row = this.#write(message);
        if (message.author === 'visitor') this.#own.set(message.clientMessageId, row);
        else fresh.push(message);
      }
    }
    return fresh;
  }

  addOwn(entry) {
    if (this.#own.has(entry.id)) return;
    const row = this.#row('visitor', null, new Date(entry.at));
    row.querySelector('.bubble').append(entry.text);
    this.#own.set(entry.id, row);
    this.#clearChips();
    this.#place(row, new Date(entry.at), this.#typing);
    this.mark(entry.id, 'sending');
    this.toEnd();
  }

  mark(id, state) {
    const row = this.#own.get(id);
    if (!row || row.dataset.state === state) return;
    row.dataset.state = state;
    const [picture, label] = states[state];
    row.querySelector('.tick')?.remove();
    row.querySelector('.meta').append(h('span', { class: 'tick' }, icon(picture), label));
  }

  /** Shows that an answer is under way, and what is being done for it. */
  typing(label) {
    if (this.#draft) return;
    if (!this.#typing) {
      this.#typing = h('li', { class: 'row bot typing' }, this.#avatar('bot'), h('div', { class: 'body' }, h('div', { class: 'bubble dots' }, h('span', { class: 'hidden' }, 'Writing an answer'), h('i'), h('i'), h('i'), h('em'))));
      this.#list.append(this.#typing);
    }
    this.#typing.querySelector('em').textContent = label ?? '';
    this.#scrolling.follow();
  }

  /** The words so far of an answer that is being written. */
  draft(text) {
    this.#stopTyping();
    if (!this.#draft) {
      this.#draft = this.#row('bot', null, new Date());
      this.#draft.classList.add('drafting');
      this.#scroller.setAttribute('aria-busy', 'true');
      this.#list.append(this.#draft);
      this.#scrolling.show(this.#draft);
    }
    this.#draft.querySelector('.bubble').replaceChildren(...words(closed(text)));
    this.#scrolling.follow();
  }

  /** The answer is over; what was drafted gives way to the stored message. */
  settle(message) {
    this.#stopTyping();
    this.#draft?.remove();
    this.#draft = null;
    if (message) this.merge([message]);
    this.#scroller.removeAttribute('aria-busy');
  }

  note(text) {
    this.#list.insertBefore(h('li', { class: 'row system' }, h('p', {}, text)), this.#typing);
    this.#scrolling.follow();
  }

  toEnd() {
    this.#scrolling.toEnd();
  }

  #write(message) {
    const at = new Date(message.at);
    const row = this.#row(message.author, message.name, at);
    row.dataset.id = message.id;
    row.querySelector('.bubble').append(...(message.author === 'visitor' ? [message.text] : words(message.text)));
    const shown = cards(message.cards, this.#say);
    if (shown) row.querySelector('.bubble').after(shown);
    this.#known.set(message.id, row);
    this.#clearChips();
    this.#scrolling.show(message.author === 'visitor' ? null : row);
    this.#place(row, at, this.#firstUnsent() ?? this.#draft ?? this.#typing);
    if (message.author !== 'visitor') this.#offer(row, message.chips);
    else row.dataset.state = 'sent';
    return row;
  }

  #row(author, name, at) {
    if (author === 'system') return h('li', { class: 'row system' }, h('div', { class: 'bubble' }), h('div', { class: 'meta' }));
    const who = author === 'visitor' ? 'You' : (name ?? 'Assistant');
    return h(
      'li',
      { class: `row ${author}`, 'data-who': name ?? author },
      author === 'visitor' ? null : this.#avatar(author, name),
      h(
        'div',
        { class: 'body' },
        h('span', { class: author === 'person' ? 'name' : 'hidden' }, who),
        h('div', { class: 'bubble' }),
        h('div', { class: 'meta' }, at ? h('time', { datetime: at.toISOString(), title: at.toLocaleString() }, clockTime(at)) : null),
      ),
    );
  }

  #avatar(author, name) {
    return h('div', { class: `avatar ${author}`, 'aria-hidden': 'true' }, author === 'bot' ? icon('spark', true) : (name ?? '?').slice(0, 1));
  }

  #offer(row, suggestions) {
    const offered = chips(suggestions, (text) => this.#say(text));
    if (!offered || row.nextElementSibling?.matches('.visitor')) return;
    row.querySelector('.body').append(offered);
  }

  #clearChips() {
    for (const offered of this.#list.querySelectorAll('.chips')) offered.remove();
  }

  #place(row, at, before) {
    const day = dayKey(at);
    if (!this.#list.querySelector(`[data-day="${day}"]`)) {
      const mark = h('li', { class: 'day', 'data-day': day }, h('span', {}, dayName(at)));
      // The greeting belongs to the first day.
      if (this.#list.querySelector('[data-day]')) this.#list.insertBefore(mark, before);
      else this.#list.prepend(mark);
    }
    this.#list.insertBefore(row, before);
    this.#scrolling.follow(true);
  }

  #firstUnsent() {
    return this.#list.querySelector('.visitor:not([data-state="sent"])');
  }

  #stopTyping() {
    this.#typing?.remove();
    this.#typing = null;
  }
}
