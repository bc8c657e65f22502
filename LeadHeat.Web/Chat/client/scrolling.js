// Keeps the newest words in view until the reader scrolls away.

export class Scrolling {
  #view;
  #jump;
  #follows = true;
  #placed = -1;
  #answer = null;

  constructor(view, content, jump) {
    this.#view = view;
    this.#jump = jump;
    view.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    jump.addEventListener('click', () => this.toEnd());
    const observer = new ResizeObserver(() => this.follow());
    observer.observe(content);
    observer.observe(view);
  }

  /** The answer to keep in view: when it is taller than the view, its beginning. */
  show(answer) {
    this.#answer = answer;
  }

  toEnd() {
    this.#follows = true;
    this.#answer = null;
    this.follow();
  }

  /** Changes what is above without moving what is in view. */
  hold(change) {
    const { scrollHeight, scrollTop } = this.#view;
    this.#follows = false;
    change();
    this.#view.scrollTop = scrollTop + this.#view.scrollHeight - scrollHeight;
  }

  follow(isNew = false) {
    if (!this.#follows) {
      if (isNew) this.#jump.hidden = false;
      return;
    }
    const end = this.#view.scrollHeight - this.#view.clientHeight;
    this.#placed = Math.max(0, this.#answer?.isConnected ? Math.min(end, this.#answer.offsetTop - 12) : end);
    this.#view.scrollTop = this.#placed;
    this.#jump.hidden = true;
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#view;
    if (Math.abs(scrollTop - this.#placed) < 2) return;
    this.#follows = scrollHeight - scrollTop - clientHeight < 48;
    this.#answer = null;
    if (this.#follows) this.#jump.hidden = true;
  }
}
