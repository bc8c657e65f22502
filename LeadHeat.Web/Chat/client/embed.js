// The chat for any page, by one line:
// <script async src="https://chat.example.com/embed.js" data-leadheat-playbook="real-estate"></script>

(() => {
  const script = document.currentScript;
  if (!script || window.LeadHeat) return;
  const base = new URL('.', script.src);
  const options = {};
  for (const name of ['playbook', 'title', 'accent', 'theme', 'privacy', 'consent', 'side', 'label'])
    if (script.getAttribute(`data-leadheat-${name}`)) options[name] = script.getAttribute(`data-leadheat-${name}`);
  const accent = /^#[0-9a-f]{6}$/i.test(options.accent ?? '') ? options.accent : '#0f6cbd';
  const label = options.label ?? 'Chat with us';

  let launcher, panel, frame, dot;
  let isOpen = false;
  let isReady = false;
  let pageOverflow = '';

  function address() {
    const chat = new URL('chat', base);
    for (const name of ['playbook', 'title', 'accent', 'theme', 'privacy', 'consent']) if (options[name]) chat.searchParams.set(name, options[name]);
    return chat.href;
  }

  function load() {
    if (frame.src) return;
    frame.src = address();
  }

  function tell(name) {
    if (isReady) frame.contentWindow.postMessage({ leadheat: name }, base.origin);
  }

  function warm() {
    load();
    tell('warm');
  }

  function open() {
    if (isOpen || !panel) return;
    isOpen = true;
    load();
    panel.classList.add('open');
    launcher.setAttribute('aria-expanded', 'true');
    launcher.setAttribute('aria-label', 'Close chat');
    fit();
    if (isPhone()) {
      pageOverflow = document.documentElement.style.overflow;
      document.documentElement.style.overflow = 'hidden';
    }
    frame.focus();
    tell('shown');
  }

  function close() {
    if (!isOpen) return;
    isOpen = false;
    panel.classList.remove('open');
    launcher.setAttribute('aria-expanded', 'false');
    launcher.setAttribute('aria-label', label);
    document.documentElement.style.overflow = pageOverflow;
    launcher.focus({ preventScroll: true });
    tell('hidden');
  }

  const isPhone = () => matchMedia('(max-width: 480px)').matches;

  // On a phone the panel fills what the on-screen keyboard leaves.
  function fit() {
    const view = window.visualViewport;
    const follows = isOpen && isPhone() && view;
    panel.style.height = follows ? `${view.height}px` : '';
    panel.style.top = follows ? `${view.offsetTop}px` : '';
  }

  function unread(count) {
    dot.hidden = isOpen || !(count > 0);
    dot.textContent = count > 9 ? '9+' : String(count);
    if (!isOpen) launcher.setAttribute('aria-label', count > 0 ? `${label}, ${count} new` : label);
  }

  function listen(event) {
    if (event.source !== frame.contentWindow || event.origin !== base.origin) return;
    const { leadheat, value } = event.data ?? {};
    if (leadheat === 'ready') {
      isReady = true;
      if (isOpen) tell('shown');
    } else if (leadheat === 'close') close();
    else if (leadheat === 'unread') unread(Number(value));
  }

  function build() {
    const host = document.createElement('div');
    host.id = 'leadheat-chat';
    const root = host.attachShadow({ mode: 'open' });
    // A constructed style sheet is not stopped by the page's Content-Security-Policy.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(LAUNCHER_CSS);
    root.adoptedStyleSheets = [sheet];
    host.style.setProperty('--accent', accent);
    if (options.side === 'left') host.classList.add('left');
    const light = [1, 3, 5].map((from) => parseInt(accent.slice(from, from + 2), 16)).reduce((sum, part, at) => sum + part * [0.3, 0.59, 0.11][at], 0);
    host.style.setProperty('--on-accent', light > 165 ? '#1b1a19' : '#fff');

    launcher = element('button', { type: 'button', class: 'launcher', 'aria-label': label, 'aria-expanded': 'false', 'aria-haspopup': 'dialog', 'aria-controls': 'panel' });
    launcher.append(
      drawing('bubble', 'M12 3.5c5 0 9 3.4 9 7.7s-4 7.7-9 7.7c-1 0-2-.1-2.9-.4L4.2 20.5l1.2-4C3.900 15.100 3 13.200 3 11.200c0-4.300 4-7.700 9-7.700z'),
      drawing('cross', 'M6 6l12 12M18 6 6 18'),
    );
    dot = element('span', { class: 'dot', 'aria-hidden': 'true', hidden: '' });
    launcher.append(dot);
    panel = element('div', { class: 'panel', id: 'panel', role: 'dialog', 'aria-label': options.title ?? label });
    frame = element('iframe', { title: options.title ?? label, allow: 'clipboard-write' });
    panel.append(frame);
    root.append(panel, launcher);
    document.body.append(host);

    launcher.addEventListener('click', () => (isOpen ? close() : open()));
    for (const name of ['pointerenter', 'focus', 'touchstart']) launcher.addEventListener(name, warm, { passive: true });
    root.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    addEventListener('message', listen);
    window.visualViewport?.addEventListener('resize', fit);
    window.visualViewport?.addEventListener('scroll', fit);
    (window.requestIdleCallback ?? ((work) => setTimeout(work, 400)))(load, { timeout: 3000 });
    window.LeadHeat = { open, close };
  }

  function element(tag, attributes) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  function drawing(name, d) {
    const space = 'http://www.w3.org/2000/svg';
    const picture = document.createElementNS(space, 'svg');
    picture.setAttribute('viewBox', '0 0 24 24');
    picture.setAttribute('class', name);
    picture.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', d);
    picture.append(path);
    return picture;
  }

  async function start() {
    const { allowed } = await (await fetch(new URL('chat/allowed', base), { credentials: 'omit' })).json();
    if (allowed) return build();
    console.error(
      `LeadHeat chat is not shown: ${location.origin} is not on the list of sites that may embed it. ` +
        `Add it to the setting Chat__AllowedOrigins of ${base.origin}.`,
    );
  }

  const begin = () => start().catch(() => console.warn(`LeadHeat chat is not shown: ${base.origin} cannot be reached.`));
  if (document.body) begin();
  else addEventListener('DOMContentLoaded', begin);
})();
