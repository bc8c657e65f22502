// A small part of Markdown, made into nodes: **bold**, links and lists.

import { h } from './dom.js';

const inline = /\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)|(https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g;

function link(address, text) {
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, text);
}

function line(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(inline)) {
    const [whole, bold, label, target, address, email] = match;
    if (match.index > from) nodes.push(text.slice(from, match.index));
    if (bold) nodes.push(h('strong', {}, bold));
    else if (target) nodes.push(link(target, label));
    else if (address) nodes.push(link(address, address));
    else if (email) nodes.push(link(`mailto:${email}`, email));
    from = match.index + whole.length;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

const bullet = /^\s*[-*•]\s+(.*)$/;
const number = /^\s*\d{1,2}[.)]\s+(.*)$/;

/** The nodes of a text. What is not understood stays as it was written. */
export function words(text) {
  const blocks = [];
  let open = null;
  for (const raw of text.split('\n')) {
    const item = bullet.exec(raw) ?? number.exec(raw);
    const tag = !item ? 'p' : bullet.test(raw) ? 'ul' : 'ol';
    if (raw.trim() === '') {
      open = null;
    } else if (item) {
      if (open?.localName !== tag) blocks.push((open = h(tag)));
      open.append(h('li', {}, ...line(item[1])));
    } else if (open?.localName === 'p') {
      open.append(h('br'), ...line(raw));
    } else {
      blocks.push((open = h('p', {}, ...line(raw))));
    }
  }
  return blocks;
}
