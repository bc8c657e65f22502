// Where the visitor writes.

const longest = 4000;
const countFrom = 3600;

export class Composer {
  #form;
  #input;
  #button;
  #hint;
  #storage;
  #say;

  constructor(form, storage, say) {
    this.#form = form;
    this.#input = form.querySelector('textarea');
    this.#button = form.querySelector('button');
    this.#hint = form.querySelector('.hint');
    this.#storage = storage;
    this.#say = say;
    this.#input.value = storage.draft;
    this.#input.addEventListener('input', () => this.#changed());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    this.#changed();
  }

  focus() {
    this.#input.focus({ preventScroll: true });
  }

  disable(reason) {
    this.#input.disabled = true;
    this.#button.disabled = true;
    this.#input.placeholder = reason;
  }

  #key(event) {
    // While an input method composes, Enter picks a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  }

  #send() {
    const text = this.#input.value.trim();
    if (text === '' || text.length > longest) return;
    this.#input.value = '';
    this.#changed();
    this.#say(text);
    this.focus();
  }

  #changed() {
    const text = this.#input.value;
    const length = text.trim().length;
    this.#storage.draft = text.slice(0, longest);
    this.#button.disabled = length === 0 || length > longest;
    this.#hint.hidden = length < countFrom;
    this.#hint.textContent =
      length > longest
        ? `${(length - longest).toLocaleString('en')} characters too long. Please send it in two messages.`
        : `${(longest - length).toLocaleString('en')} characters left`;
    this.#form.classList.toggle('too-long', length > longest);
    this.#input.setAttribute('aria-invalid', String(length > longest));
    this.#input.style.height = 'auto';
    this.#input.style.height = `${Math.min(this.#input.scrollHeight, 132)}px`;
  }
}
