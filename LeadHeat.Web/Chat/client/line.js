// The line to LeadHeat: one SignalR connection that is dialled again for as long as the page is open.

import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

const longestPause = 20000;

export class Line {
  #connection;
  #failures = 0;
  #timer = 0;
  #dialling = false;
  #isOver = false;

  /** @param {{ address: string, up: () => Promise<void>, state: (state: string) => void, messages: (messages: object[]) => void }} handlers */
  constructor(handlers) {
    this.handlers = handlers;
    addEventListener('offline', () => handlers.state('offline'));
    // A connection that lived through a lost network may be dead without knowing it: never trust it.
    addEventListener('online', () => (this.isUp ? this.redial() : this.#dialNow()));
    document.addEventListener('visibilitychange', () => document.hidden || this.#dialNow());
  }

  get isUp() {
    return this.#connection?.state === 'Connected';
  }

  async dial() {
    if (this.#dialling || this.isUp || this.#isOver) return;
    this.#dialling = true;
    clearTimeout(this.#timer);
    this.#timer = 0;
    const connection = this.#build();
    try {
      await connection.start();
      this.#connection = connection;
      this.#dialling = false;
      await this.handlers.up();
      this.#failures = 0;
      if (!this.#isOver) this.handlers.state('up');
    } catch {
      this.#dialling = false;
      this.#connection = undefined;
      connection.stop();
      this.#later();
    }
  }

  call(method, ...values) {
    return this.#connection.invoke(method, ...values);
  }

  /** Hands every event of a stream to a function; ends when the stream ends and throws when it breaks. */
  stream(each, method, ...values) {
    return new Promise((resolve, reject) => {
      this.#connection.stream(method, ...values).subscribe({ next: each, complete: resolve, error: reject });
    });
  }

  /** Hangs up for good. */
  stop() {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#connection?.stop();
  }

  /** Gives up this connection and dials anew. */
  redial() {
    this.#connection?.stop();
  }

  #build() {
    // Web sockets need no negotiation and no sticky sessions; where a proxy keeps them out, try whatever else gets through.
    const straight = this.#failures < 3;
    const connection = new HubConnectionBuilder()
      .withUrl(this.handlers.address, straight ? { skipNegotiation: true, transport: HttpTransportType.WebSockets } : {})
      .withServerTimeout(20000)
      .withKeepAliveInterval(8000)
      .configureLogging(LogLevel.None)
      .build();
    connection.on('messages', this.handlers.messages);
    connection.onclose(() => {
      if (connection !== this.#connection) return;
      this.#connection = undefined;
      this.#later();
    });
    return connection;
  }

  #dialNow() {
    if (this.#timer === 0) return;
    this.#failures = 0;
    this.dial();
  }

  #later() {
    if (this.#isOver) return;
    this.handlers.state(navigator.onLine === false ? 'offline' : 'down');
    const pause = Math.min(longestPause, 400 * 2 ** this.#failures++) * (0.7 + 0.6 * Math.random());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.dial(), pause);
  }
}
