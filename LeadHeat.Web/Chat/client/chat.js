import { Composer } from './composer.js';
import { ConsentBox } from './consent.js';
import { Conversation } from './conversation.js';
import { h, icon } from './dom.js';
import { Frame } from './frame.js';
import { Line } from './line.js';
import { applyLooks, settings } from './settings.js';
import { Storage } from './storage.js';
import { Transcript } from './transcript.js';

const find = (selector) => document.querySelector(selector);
const storage = new Storage(settings.playbook);
const bar = find('.bar');
let unread = 0;
let barTimer = 0;

applyLooks(document.documentElement);
find('h1').textContent = settings.title;
document.title = settings.title;
find('.who .avatar').append(icon('spark', true));
find('.send span').append(icon('send'));
find('.close').append(icon('close'));
find('.jump').prepend(icon('down'));
if (settings.privacy)
  find('.consent').append(' ', h('a', { href: settings.privacy, target: '_blank', rel: 'noopener noreferrer' }, 'Privacy'));

const frame = new Frame({ warm: () => line.dial(), shown });
const transcript = new Transcript(find('.scroll'), find('.messages'), find('.jump'), (text) => conversation.say(text));
const conversation = new Conversation(settings.playbook, storage, transcript, { who, arrived, refused, trouble, earlier });
const composer = new Composer(find('form'), storage, (text) => conversation.say(text));
const consent = settings.consent?.length >= 3
  ? new ConsentBox(find('.consent'), settings.consent, storage, (granted, words, id) => line.call('Consent', granted, words, id))
  : null;
const line = new Line({
  address: '/chat/hub',
  up: async () => {
    await conversation.up();
    consent?.send();
  },
  state,
  messages: (messages) => conversation.receive(messages),
});
conversation.use(line);
find('.earlier').addEventListener('click', fetchEarlier);

function who(handling, name) {
  const isPerson = handling === 'human';
  const person = name ?? (isPerson ? find('.who').dataset.person : undefined);
  find('.who').dataset.handling = handling;
  if (person) find('.who').dataset.person = person;
  find('.who .avatar').replaceChildren(isPerson ? (person ?? '?').slice(0, 1) : icon('spark', true));
  find('.who p').textContent = isPerson
    ? person ? `${person} is answering` : 'A colleague is answering'
    : handling === 'queued' ? 'A colleague will answer here soon' : 'Assistant · answers at once';
}

function arrived(messages) {
  consent?.send();
  const count = messages.filter((message) => message.author !== 'visitor').length;
  if (frame.isShown || count === 0) return;
  unread += count;
  frame.unread(unread);
}

function shown() {
  unread = 0;
  frame.unread(0);
  transcript.toEnd();
  if (matchMedia('(hover: hover)').matches) composer.focus();
  else find('main').focus({ preventScroll: true });
}

function refused(problem) {
  line.stop();
  composer.disable('This chat is closed');
  showBar(problem.detail ? `${problem.title}. ${problem.detail}` : problem.title);
}

function trouble(text) {
  if (line.isUp) showBar(text);
}

function earlier(isThere) {
  find('.earlier').hidden = !isThere;
}

async function fetchEarlier() {
  const button = find('.earlier');
  button.disabled = true;
  // Without a line, or too often: the button stays, to be pressed again.
  await conversation.earlier().catch(() => {});
  button.disabled = false;
}

function state(name) {
  clearTimeout(barTimer);
  document.documentElement.dataset.line = name;
  if (name === 'up') return showBar(null);
  conversation.down();
  const text = name === 'offline' ? "You're offline. What you write is sent when you're back." : 'Connecting again. What you write is kept.';
  // A short hiccup needs no words.
  barTimer = setTimeout(() => showBar(text), name === 'offline' ? 0 : 1200);
}

function showBar(text) {
  bar.hidden = !text;
  bar.textContent = text ?? '';
}

function fitKeyboard() {
  if (visualViewport.scale > 1) return;
  document.documentElement.style.setProperty('--height', `${Math.round(visualViewport.height)}px`);
  scrollTo(0, 0);
}

if (frame.isEmbedded) {
  document.documentElement.dataset.embedded = '';
  find('.close').addEventListener('click', () => frame.close());
  addEventListener('keydown', (event) => event.key === 'Escape' && frame.close());
} else {
  find('.close').remove();
  if (window.visualViewport) {
    visualViewport.addEventListener('resize', fitKeyboard);
    fitKeyboard();
  }
}

if (!frame.isEmbedded || storage.hasWritten) line.dial();
frame.ready();
