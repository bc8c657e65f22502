// Words come in lumps, a short answer all at once. The pen writes them down in the reader's pace, never more than a moment behind.

const framesBehind = 8;
const still = matchMedia('(prefers-reduced-motion: reduce)');

export class Pen {
  #write;
  #text = '';
  #shown = 0;
  #frame = 0;
  #waiting = [];

  constructor(write) {
    this.#write = write;
  }

  add(text) {
    this.#text += text;
    if (still.matches || document.hidden) this.#show(this.#text.length);
    else this.#frame ||= requestAnimationFrame(() => this.#next());
  }

  clear() {
    this.#text = '';
    this.#show(0);
  }

  /** Done when all words stand there. */
  finished() {
    if (document.hidden) this.#show(this.#text.length);
    if (this.#shown === this.#text.length) return Promise.resolve();
    // A browser draws no frames for what nobody can see.
    setTimeout(() => this.#show(this.#text.length), 1000);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #next() {
    this.#frame = 0;
    const left = this.#text.length - this.#shown;
    const end = this.#shown + Math.max(2, Math.ceil(left / framesBehind));
    // Up to the end of a word: half words flicker when lines break.
    const space = this.#text.indexOf(' ', end);
    this.#show(space < 0 || space > end + 12 ? Math.min(end, this.#text.length) : space);
    if (this.#shown < this.#text.length) this.#frame = requestAnimationFrame(() => this.#next());
  }

  #show(length) {
    this.#shown = length;
    if (length > 0) this.#write(this.#text.slice(0, length));
    if (length < this.#text.length) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
