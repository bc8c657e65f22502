// What the visitor's device remembers: the secret key of the conversation and messages that are not answered yet.
// Browsers may refuse storage inside a frame; the chat then works until the page is left.

const memory = new Map();

function device() {
  try {
    const probe = 'leadheat:probe';
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return {
      getItem: (name) => memory.get(name) ?? null,
      setItem: (name, value) => memory.set(name, value),
      removeItem: (name) => memory.delete(name),
    };
  }
}

const visitor = 'leadheat:visitor';

export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class Storage {
  #device = device();
  #prefix;

  constructor(playbook) {
    this.#prefix = `leadheat:${playbook}:`;
  }

  sessionKey() {
    let key = this.#read('key');
    if (!/^[0-9a-f]{32}$/.test(key ?? '')) {
      key = this.#visitor();
      this.#write('key', key);
    }
    return key;
  }

  // One key for all businesses whose chat this browser opens: to the team they are one person.
  #visitor() {
    const kept = this.#device.getItem(visitor);
    if (/^[0-9a-f]{32}$/.test(kept ?? '')) return kept;
    const made = randomId();
    this.#keepText(visitor, made);
    return made;
  }

  /** True once the visitor has written something: there may be answers to wait for. */
  get hasWritten() {
    return this.#read('written') === '1';
  }

  set hasWritten(value) {
    this.#write('written', value ? '1' : '0');
  }

  get draft() {
    return this.#read('draft') ?? '';
  }

  set draft(text) {
    this.#write('draft', text);
  }

  /** What was ticked, and whether it was told; null before anything was. */
  get consent() {
    try {
      return JSON.parse(this.#read('consent') ?? 'null');
    } catch {
      return null;
    }
  }

  set consent(consent) {
    this.#write('consent', JSON.stringify(consent));
  }

  outbox() {
    try {
      const entries = JSON.parse(this.#read('outbox') ?? '[]');
      return Array.isArray(entries) ? entries.filter((entry) => typeof entry?.id === 'string' && typeof entry.text === 'string') : [];
    } catch {
      return [];
    }
  }

  // Another tab may have the same conversation open: change one entry, never the whole list.
  keep(entry) {
    this.#write('outbox', JSON.stringify([...this.outbox().filter((other) => other.id !== entry.id), entry]));
  }

  drop(id) {
    this.#write('outbox', JSON.stringify(this.outbox().filter((entry) => entry.id !== id)));
  }

  #read(name) {
    return this.#device.getItem(this.#prefix + name);
  }

  #write(name, value) {
    this.#keepText(this.#prefix + name, value);
  }

  #keepText(name, value) {
    try {
      this.#device.setItem(name, value);
    } catch {
      // The device is full: what cannot be kept is lost at a reload only.
    }
  }
}
