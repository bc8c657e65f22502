// A box that the site asks for, data-leadheat-consent="Send me offers by e-mail": what is ticked is told with the words that were shown.
// Before the first message there is nobody to note it of, so it waits for that; it waits for the line, too.

import { h } from './dom.js';
import { randomId } from './storage.js';

export class ConsentBox {
  #box;
  #words;
  #storage;
  #tell;

  /** @param tell sends it: `(granted, words, id) => Promise` */
  constructor(before, words, storage, tell) {
    this.#words = words;
    this.#storage = storage;
    this.#tell = tell;
    this.#box = h('input', { type: 'checkbox' });
    this.#box.checked = storage.consent?.granted ?? false;
    this.#box.addEventListener('change', () => this.#changed());
    before.before(h('label', { class: 'box' }, this.#box, h('span', {}, words)));
  }

  /** Something may have become possible that was not. */
  async send() {
    const consent = this.#storage.consent;
    if (!consent || consent.isTold || !this.#storage.hasWritten) return;
    try {
      await this.#tell(consent.granted, this.#words, consent.id);
      if (this.#storage.consent?.id === consent.id) this.#storage.consent = { ...consent, isTold: true };
    } catch {
      // It is told the next time.
    }
  }

  #changed() {
    this.#storage.consent = { granted: this.#box.checked, id: randomId(), isTold: false };
    this.send();
  }
}
