// <lh-board>: cards ([data-card] with data-id) are carried between columns ([data-status]) with mouse or finger.
// It tells Blazor by two events: cardmove {id, status} for a drop, cardkey {id, key} for the keys that lift, carry and drop.
import { keepFocus } from './focus.js';

const startMouse = 5, holdFinger = 280;

class Board extends HTMLElement {
  #drag;
  #letGo;

  connectedCallback() {
    this.#letGo = keepFocus(this, '[data-card]');
    this.addEventListener('pointerdown', this.#down);
    this.addEventListener('keydown', this.#key);
    this.addEventListener('click', this.#click, true);
    this.addEventListener('dragstart', event => event.preventDefault());
    this.addEventListener('touchmove', event => { if (this.#drag?.ghost) event.preventDefault(); }, { passive: false });
    this.addEventListener('contextmenu', event => { if (this.#drag) event.preventDefault(); });
  }

  disconnectedCallback() { this.#letGo(); }

  #tell(type, detail) { this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail })); }

  #key = event => {
    const card = event.target.closest('[data-card]'), lifted = this.hasAttribute('lifted');
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ' || lifted && ['ArrowLeft', 'ArrowRight', 'Escape'].includes(event.key)) {
      event.preventDefault();
      // Marked before the server answers: the next key may come sooner.
      if (event.key === ' ') this.toggleAttribute('lifted');
      else if (event.key === 'Escape') this.removeAttribute('lifted');
      this.#tell('cardkey', { id: card.dataset.id, key: event.key });
    } else if (lifted && event.key === 'Enter') {
      event.preventDefault();
    } else if (['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(event.key)) {
      event.preventDefault();
      this.#step(card, event.key);
    }
  };

  #step(card, key) {
    const columns = [...this.querySelectorAll('[data-status]')], column = card.closest('[data-status]');
    const cards = [...column.querySelectorAll('[data-card]')], at = cards.indexOf(card);
    let next;
    if (key === 'ArrowUp') next = cards[at - 1];
    else if (key === 'ArrowDown') next = cards[at + 1];
    else {
      const by = key === 'ArrowLeft' ? -1 : 1;
      for (let i = columns.indexOf(column) + by; i >= 0 && i < columns.length && !next; i += by) {
        const there = columns[i].querySelectorAll('[data-card]');
        next = there[Math.min(at, there.length - 1)];
      }
    }
    next?.focus();
  }

  #down = event => {
    const card = event.target.closest('[data-card]');
    if (!card || event.button !== 0 || this.#drag) return;
    this.#drag = { card, pointer: event.pointerId, x: event.clientX, y: event.clientY, touch: event.pointerType === 'touch' };
    if (this.#drag.touch) this.#drag.timer = setTimeout(() => this.#begin(), holdFinger);
    addEventListener('pointermove', this.#moved);
    addEventListener('pointerup', this.#up);
    addEventListener('pointercancel', this.#cancel);
    addEventListener('keydown', this.#escape, true);
  };

  #begin() {
    const { card, x, y } = this.#drag, box = card.getBoundingClientRect(), ghost = card.cloneNode(true);
    ghost.removeAttribute('data-testid');
    Object.assign(ghost.style, { position: 'fixed', zIndex: 50, left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, pointerEvents: 'none', rotate: '1.5deg', boxShadow: 'var(--shadow16)' });
    document.body.append(ghost);
    card.setAttribute('data-dragged', '');
    Object.assign(this.#drag, { ghost, startX: x, startY: y });
    navigator.vibrate?.(10);
  }

  #moved = event => {
    const drag = this.#drag;
    if (event.pointerId !== drag.pointer) return;
    const far = Math.hypot(event.clientX - drag.x, event.clientY - drag.y);
    if (!drag.ghost) {
      if (drag.touch) { if (far > 10) this.#cancel(); return; }
      if (far < startMouse) return;
      this.#begin();
    }
    drag.ghost.style.translate = `${event.clientX - drag.startX}px ${event.clientY - drag.startY}px`;
    const over = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-status]');
    if (over !== drag.over) {
      drag.over?.removeAttribute('data-over');
      over?.setAttribute('data-over', '');
      drag.over = over;
    }
    const box = this.getBoundingClientRect(), edge = 60;
    if (event.clientX > box.right - edge) this.scrollLeft += 14;
    else if (event.clientX < box.left + edge) this.scrollLeft -= 14;
  };

  #up = event => {
    const { card, over, ghost } = this.#drag;
    if (event.pointerId !== this.#drag.pointer) return;
    if (ghost) {
      this.dropped = true;
      setTimeout(() => { this.dropped = false; }, 50);
      if (over && over !== card.closest('[data-status]')) this.#tell('cardmove', { id: card.dataset.id, status: over.dataset.status });
    }
    this.#cancel();
  };

  #escape = event => { if (event.key === 'Escape' && this.#drag?.ghost) { event.preventDefault(); event.stopPropagation(); this.#cancel(); } };

  #cancel = () => {
    const { card, ghost, over, timer } = this.#drag ?? {};
    clearTimeout(timer);
    ghost?.remove();
    card?.removeAttribute('data-dragged');
    over?.removeAttribute('data-over');
    this.#drag = undefined;
    removeEventListener('pointermove', this.#moved);
    removeEventListener('pointerup', this.#up);
    removeEventListener('pointercancel', this.#cancel);
    removeEventListener('keydown', this.#escape, true);
  };

  // The click that ends a drag opens nothing.
  #click = event => { if (this.dropped) { event.preventDefault(); event.stopPropagation(); } };
}

const createEventArgs = event => event.detail;
globalThis.Blazor?.registerCustomEventType('cardmove', { createEventArgs });
globalThis.Blazor?.registerCustomEventType('cardkey', { createEventArgs });
customElements.define('lh-board', Board);
