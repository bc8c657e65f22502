// What was said, as the visitor sees it.

import { cards, chips } from './cards.js';
import { h, icon } from './dom.js';
import { dayKey } from './figures.js';
import { avatar, dayMark, emptyRow } from './rows.js';
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
    const row = emptyRow('bot', null, null);
    row.dataset.greeting = '';
    this.#known.set(id, row);
    row.querySelector('.bubble').append(...words(text));
    if (this.#list.firstElementChild?.matches('.day')) this.#list.firstElementChild.after(row);
    else this.#list.prepend(row);
    this.#offer(row, suggestions);
  }

  knows(id) {
    return this.#known.has(id);
  }

  /** The oldest message that is shown. */
  get firstId() {
    return this.#list.querySelector('[data-id]')?.dataset.id;
  }

  /** Puts older messages above the others, without moving what is being read; what else changes above is done with it. */
  precede(messages, change) {
    const above = [];
    let day = '';
    for (const message of messages.filter(({ id }) => !this.#known.has(id))) {
      const at = new Date(message.at);
      if (dayKey(at) !== day) above.push(dayMark(at));
      day = dayKey(at);
      above.push(this.#make(message, at));
    }
    this.#scrolling.hold(() => {
      this.#list.querySelector(`[data-day="${day}"]`)?.remove();
      this.#list.prepend(...above);
      change();
    });
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
        this.#write(message);
        if (message.author !== 'visitor') fresh.push(message);
      }
    }
    return fresh;
  }

  addOwn(entry) {
    if (this.#own.has(entry.id)) return;
    const row = emptyRow('visitor', null, new Date(entry.at));
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
      this.#typing = h('li', { class: 'row bot typing' }, avatar('bot'), h('div', { class: 'body' }, h('div', { class: 'bubble dots' }, h('span', { class: 'hidden' }, 'Writing an answer'), h('i'), h('i'), h('i'), h('em'))));
      this.#list.append(this.#typing);
    }
    this.#typing.querySelector('em').textContent = label ?? '';
    this.#scrolling.follow();
  }

  /** The words so far of an answer that is being written. */
  draft(text) {
    this.#stopTyping();
    if (!this.#draft) {
      this.#draft = emptyRow('bot', null, new Date());
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
    const row = this.#make(message, at);
    this.#clearChips();
    this.#scrolling.show(message.author === 'visitor' ? null : row);
    this.#place(row, at, this.#firstUnsent() ?? this.#draft ?? this.#typing);
    if (message.author !== 'visitor') this.#offer(row, message.chips);
  }

  #make(message, at) {
    const row = emptyRow(message.author, message.name, at);
    const isOwn = message.author === 'visitor';
    row.dataset.id = message.id;
    row.querySelector('.bubble').append(...(isOwn ? [message.text] : words(message.text)));
    const shown = cards(message.cards, this.#say);
    if (shown) row.querySelector('.bubble').after(shown);
    this.#known.set(message.id, row);
    if (isOwn) {
      row.dataset.state = 'sent';
      this.#own.set(message.clientMessageId, row);
    }
    return row;
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
      const mark = dayMark(at);
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
