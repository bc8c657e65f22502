// Talks with the page that embeds the chat (embed.js there). Nothing secret crosses.

export class Frame {
  isShown = true;

  /** @param {{ warm: () => void, shown: () => void }} handlers */
  constructor(handlers) {
    this.isEmbedded = window.parent !== window;
    if (!this.isEmbedded) return;
    this.isShown = false;
    addEventListener('message', (event) => {
      if (event.source !== window.parent) return;
      const name = event.data?.leadheat;
      if (name === 'warm') handlers.warm();
      if (name === 'hidden') this.isShown = false;
      if (name === 'shown') {
        this.isShown = true;
        handlers.warm();
        handlers.shown();
      }
    });
  }

  ready() {
    this.#tell('ready');
  }

  close() {
    // At once, not when the page says so: what comes in between is unread.
    this.isShown = false;
    this.#tell('close');
  }

  unread(count) {
    this.#tell('unread', count);
  }

  #tell(name, value) {
    if (this.isEmbedded) window.parent.postMessage({ leadheat: name, value }, '*');
  }
}
