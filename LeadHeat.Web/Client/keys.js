// One key, one thing: pressing it focuses or clicks the visible element that names it in data-keys ("r", "g i", "Escape").
// j and k move through whatever is marked data-row. Nothing happens while somebody writes, but Escape leaves the field.
const writing = element => element?.matches?.('input, textarea, select, [contenteditable=true]');
const seen = element => element.checkVisibility?.() ?? element.offsetParent !== null;
// The way back need not show where list and lead stand side by side.
const named = keys => [...document.querySelectorAll(`[data-keys="${keys}"]`)].filter(element => keys === 'Escape' || seen(element)).at(-1);

let before = '', timer;

function act(element) {
  if (writing(element)) {
    element.focus();
    element.select?.();
  } else {
    element.click();
  }
}

function step(by) {
  const rows = [...document.querySelectorAll('[data-row]')].filter(seen);
  if (!rows.length) return;
  const at = rows.findIndex(row => row === document.activeElement);
  const from = at >= 0 ? at : rows.findIndex(row => row.getAttribute('aria-current') === 'true');
  const next = rows[Math.min(rows.length - 1, Math.max(0, from < 0 ? 0 : from + by))];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
  // With a lead open beside the list the next one opens at once.
  if (new URLSearchParams(location.search).has('lead') && next.getAttribute('aria-current') !== 'true') next.click();
}

document.addEventListener('keydown', event => {
  const target = event.composedPath()[0];
  if (event.defaultPrevented || event.isComposing) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && target.form?.dataset.submits === 'ctrl-enter') {
    event.preventDefault();
    target.dispatchEvent(new Event('change', { bubbles: true }));
    target.form.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (writing(target)) {
    if (event.key === 'Escape') { event.preventDefault(); target.blur(); }
    return;
  }
  if (event.key === 'j' || event.key === 'k') { event.preventDefault(); step(event.key === 'j' ? 1 : -1); return; }
  const found = (before && named(`${before} ${event.key}`)) || named(event.key);
  clearTimeout(timer);
  before = event.key === 'g' ? 'g' : '';
  timer = setTimeout(() => { before = ''; }, 1200);
  if (found) { event.preventDefault(); before = ''; act(found); }
});
