// <lh-time at="2026-11-21T12:00:00Z" as="ago|waiting|due|clock|left"></lh-time>: a moment in the reader's words and zone, kept fresh.
const minute = 60_000, hour = 60 * minute, day = 24 * hour;
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const short = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const shortYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });

const startOfDay = at => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
const daysApart = (from, to) => Math.round((startOfDay(to) - startOfDay(from)) / day);
const dateOf = (at, now) => (at.getFullYear() === now.getFullYear() ? short : shortYear).format(at);
const span = ms => ms < hour ? `${Math.max(1, Math.floor(ms / minute))} min` : ms < 2 * day ? `${Math.floor(ms / hour)} h` : `${Math.floor(ms / day)} days`;

const words = {
  ago(at, now) {
    const ms = now - at;
    if (ms < minute) return 'now';
    if (ms < 12 * hour) return span(ms);
    return daysApart(at, now) === 0 ? clock.format(at) : daysApart(at, now) === 1 ? 'Yesterday' : daysApart(at, now) < 7 ? weekday.format(at) : dateOf(at, now);
  },
  waiting: (at, now) => span(now - at),
  clock: at => clock.format(at),
  left: (at, now) => at > now ? `${span(at - now)} left` : 'no time left',
  due(at, now) {
    const days = daysApart(now, at);
    if (at < now) return days === 0 ? `overdue since ${clock.format(at)}` : `overdue since ${dateOf(at, now)}`;
    return days === 0 ? `today ${clock.format(at)}` : days === 1 ? `tomorrow ${clock.format(at)}` : days < 7 ? `${weekday.format(at)} ${clock.format(at)}` : dateOf(at, now);
  },
};

const shown = new Set();

class Time extends HTMLElement {
  static observedAttributes = ['at', 'as'];
  connectedCallback() { shown.add(this); this.say(); }
  disconnectedCallback() { shown.delete(this); }
  attributeChangedCallback() { if (this.isConnected) this.say(); }

  say() {
    const at = new Date(this.getAttribute('at'));
    if (isNaN(at)) return;
    const kind = this.getAttribute('as') ?? 'ago', now = new Date();
    const text = words[kind](at, now);
    if (this.textContent !== text) this.textContent = text;
    this.title = exact.format(at);
    this.toggleAttribute('data-late', kind === 'due' && at < now || kind === 'waiting' && now - at > 5 * minute);
  }
}

customElements.define('lh-time', Time);
setInterval(() => { if (!document.hidden) shown.forEach(time => time.say()); }, 15_000);
document.addEventListener('visibilitychange', () => { if (!document.hidden) shown.forEach(time => time.say()); });
