// <lh-palette> inside a dialog: Ctrl K opens it, arrows move through its options, Enter takes one. The options come from the server
// as they are typed for; the first is chosen until another one is.
class Palette extends HTMLElement {
  #observer = new MutationObserver(() => this.#choose(Math.max(0, this.#chosen)));

  connectedCallback() {
    // Its own children may come after it.
    this.#observer.observe(this, { childList: true, subtree: true });
    this.addEventListener('keydown', this.#press);
    this.addEventListener('click', event => { if (event.target.closest('[role=option]')) this.closest('dialog').close(); });
    document.addEventListener('keydown', this.#open);
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    document.removeEventListener('keydown', this.#open);
  }

  get #options() { return [...this.querySelectorAll('[role=option]')]; }

  get #chosen() { return this.#options.findIndex(option => option.ariaSelected === 'true'); }

  #open = event => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    const dialog = this.closest('dialog'), field = this.querySelector('input');
    if (document.querySelector('dialog[open]')) return;
    dialog.showModal();
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
    this.#choose(0);
  };

  #press = event => {
    if (event.isComposing) return;
    const options = this.#options, at = this.#chosen;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) this.#choose((at + by + options.length) % options.length);
    else if (event.key === 'Enter') options[at]?.click();
    else return;
    event.preventDefault();
  };

  #choose(number) {
    const field = this.querySelector('input');
    this.#options.forEach((option, index) => { option.ariaSelected = String(index === number); });
    const chosen = this.#options[number];
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) field.setAttribute('aria-activedescendant', chosen.id);
    else field.removeAttribute('aria-activedescendant');
  }
}

customElements.define('lh-palette', Palette);
