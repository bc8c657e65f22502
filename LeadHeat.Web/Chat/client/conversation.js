// Sends what the visitor writes, one message after the other, until each is answered; shows what comes back.

import { Pen } from './pen.js';
import { randomId } from './storage.js';

const retryPauses = [800, 2000, 4000, 8000, 15000];

export class Conversation {
  #line;
  #storage;
  #transcript;
  #show;
  #playbook;
  #outbox;
  #turn = null;
  #held = [];
  #pen;
  #pumping = false;
  #greetingId;

  /** @param show what surrounds the transcript: `who(handling, name)`, `arrived(messages)`, `refused(problem)`, `trouble(text)`, `earlier(isThere)` */
  constructor(playbook, storage, transcript, show) {
    this.#playbook = playbook;
    this.#storage = storage;
    this.#transcript = transcript;
    this.#show = show;
    this.#pen = new Pen((words) => transcript.draft(words));
    this.#outbox = storage.outbox();
    for (const entry of this.#outbox) transcript.addOwn(entry);
  }

  use(line) {
    this.#line = line;
  }

  /** The line is up: start or resume, then send what waits. */
  async up() {
    const { started, problem } = await this.#line.call('Start', this.#playbook, this.#storage.sessionKey());
    if (problem) {
      if (problem.again) throw new Error(problem.title);
      this.#show.refused(problem);
      return;
    }
    // The greeting is the first message: where it is not among them, there are earlier ones.
    const first = started.messages[0]?.id ?? started.greetingId;
    if (first === started.greetingId)
      this.#transcript.greet(started.greetingId, started.greeting, started.messages.length === 0 && this.#outbox.length === 0 ? started.chips : []);
    this.#show.who(started.handling, started.answeredBy);
    this.receive(started.messages, started.resumed);
    this.#show.earlier(first !== started.greetingId && !this.#transcript.knows(started.greetingId));
    this.#greetingId = started.greetingId;
    this.#pump();
  }

  /** Brings what was said before what is shown. */
  async earlier() {
    const messages = await this.#line.call('Earlier', this.#transcript.firstId);
    this.#transcript.precede(messages, () => this.#show.earlier(messages.length > 0 && !this.#transcript.knows(this.#greetingId)));
  }

  down() {
    for (const entry of this.#outbox) if (entry !== this.#turn?.entry || !this.#turn.isKept) this.#transcript.mark(entry.id, 'waiting');
  }

  say(text) {
    const entry = { id: randomId(), text, at: new Date().toISOString() };
    this.#outbox.push(entry);
    this.#storage.keep(entry);
    this.#storage.hasWritten = true;
    this.#transcript.addOwn(entry);
    if (this.#line.isUp) this.#pump();
    else this.#transcript.mark(entry.id, 'waiting');
  }

  /** Messages from elsewhere: another tab, a person of the team, the time while the line was down. */
  receive(messages, isBacklog = false) {
    // The bot's answer to the turn under way comes word by word; its stored form must not overtake the words.
    const later = this.#turn ? messages.filter((message) => message.author === 'bot') : [];
    this.#held.push(...later);
    const fresh = this.#transcript.merge(messages.filter((message) => !later.includes(message)));
    const byPerson = fresh.filter((message) => message.author === 'person').at(-1);
    if (byPerson && !isBacklog) this.#show.who('human', byPerson.name);
    if (!isBacklog) this.#show.arrived(fresh);
  }

  async #pump() {
    if (this.#pumping) return;
    this.#pumping = true;
    let failures = 0;
    while (this.#line.isUp && this.#outbox.length > 0) {
      try {
        await this.#answer(this.#outbox[0]);
        failures = 0;
      } catch {
        if (!this.#line.isUp) break;
        this.#show.trouble('The service is away for a moment. Your message is kept and will be sent.');
        await new Promise((resolve) => setTimeout(resolve, retryPauses[Math.min(failures++, retryPauses.length - 1)]));
      }
    }
    this.#pumping = false;
  }

  async #answer(entry) {
    if (this.#turn?.entry !== entry) this.#turn = { entry, last: 0, isKept: false, end: null };
    const turn = this.#turn;
    this.#transcript.mark(entry.id, turn.isKept ? 'sent' : 'sending');
    this.#transcript.typing();
    if (!turn.end) await this.#line.stream((event) => this.#happened(turn, event), 'Send', entry.text, entry.id, turn.last);
    if (!turn.end) throw new Error('The stream ended early.');
    await this.#pen.finished();
    this.#settle(turn.end);
    this.#outbox.shift();
    this.#storage.drop(entry.id);
    this.#turn = null;
    this.receive(this.#held.splice(0));
  }

  #happened(turn, event) {
    // Not answered and not refused: the stream ends now, and the message is sent again.
    if (event.kind === 'start_again') this.#line.redial();
    if (event.id <= turn.last) return;
    turn.last = event.id;
    if (!turn.isKept) {
      turn.isKept = true;
      this.#transcript.mark(turn.entry.id, 'sent');
      this.#show.trouble(null);
    }
    this.#react[event.kind]?.(turn, event);
  }

  #react = {
    step: (turn, event) => this.#transcript.typing(event.text),
    restarted: () => {
      this.#pen.clear();
      this.#transcript.settle(null);
      this.#transcript.typing();
    },
    delta: (turn, event) => this.#pen.add(event.text),
    handoff: () => this.#show.who('queued', null),
    done: (turn, event) => (turn.end = event),
    error: (turn, event) => (turn.end = event),
    refused: (turn, event) => {
      turn.end = event;
      this.#transcript.mark(turn.entry.id, 'failed');
    },
  };

  #settle(end) {
    this.#pen.clear();
    this.#transcript.settle(end.message);
    if (end.kind === 'done') this.#show.who(end.handling, null);
    else this.#transcript.note(end.text);
    if (end.message) this.#show.arrived([end.message]);
  }
}
