// <lh-transcript>: stays at the newest message while the reader is there, keeps the place when earlier ones load,
// and brings the words that were asked for (mark[data-lit]) into view.
class Transcript extends HTMLElement {
  #atEnd = true;
  #fromEnd = 0;
  #lead;
  #lit;
  #own = 0;
  #observer = new MutationObserver(() => this.#changed());
  #resizes = new ResizeObserver(() => { if (this.#atEnd) this.scrollTop = this.scrollHeight; });

  connectedCallback() {
    this.addEventListener('scroll', this.#remember, { passive: true });
    this.#observer.observe(this, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-lit', 'lead'] });
    this.#resizes.observe(this);
    this.#changed();
  }

  disconnectedCallback() { this.#observer.disconnect(); this.#resizes.disconnect(); }

  #remember = () => {
    this.#fromEnd = this.scrollHeight - this.scrollTop;
    this.#atEnd = this.#fromEnd - this.clientHeight < 48;
  };

  #changed() {
    if (this.#lead !== this.getAttribute('lead')) {
      this.#lead = this.getAttribute('lead');
      this.#atEnd = true;
      this.#lit = undefined;
    }
    const lit = this.querySelector('mark[data-lit]'), asked = lit?.dataset.lit;
    if (asked && asked !== this.#lit) {
      this.#lit = asked;
      this.#atEnd = false;
      lit.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
      return;
    }
    this.#lit = asked;
    // What the reader writes is seen by them, wherever they were.
    const own = this.querySelectorAll('[data-own]').length;
    if (own > this.#own) this.#atEnd = true;
    this.#own = own;
    if (this.#atEnd) this.scrollTop = this.scrollHeight;
    else if (this.scrollTop < 40) this.scrollTop = this.scrollHeight - this.#fromEnd;
  }
}

customElements.define('lh-transcript', Transcript);
