// Small manners: sheets that open and close, text that is copied, forms that a menu submits, a page that comes back by itself, the same file
// dropped again.
document.addEventListener('click', event => {
  const button = event.target.closest('[data-opens], [data-closes], [data-copies], [data-submits], [data-reloads]');
  if (!button) {
    if (event.target.matches('dialog')) event.target.close();
    return;
  }
  const { opens, closes, copies, submits, reloads } = button.dataset;
  if (reloads !== undefined) location.reload();
  if (opens) document.getElementById(opens)?.showModal();
  if (closes) document.getElementById(closes)?.close();
  if (copies) navigator.clipboard.writeText(document.getElementById(copies).textContent).then(() => say(button));
  if (submits && button.tagName !== 'FORM') document.getElementById(submits)?.requestSubmit();
});

document.addEventListener('drop', event => { if (event.target.matches('[data-chooses]')) event.target.value = ''; });

function say(button) {
  button.setAttribute('data-done', '');
  setTimeout(() => button.removeAttribute('data-done'), 2000);
}

// The circuit is gone for good: the page itself holds nothing that a new one would not show.
new MutationObserver(changes => {
  if (changes.some(({ target }) => target.classList.contains('components-reconnect-rejected'))) location.reload();
}).observe(document.getElementById('components-reconnect-modal') ?? document.createElement('i'), { attributes: true, attributeFilter: ['class'] });
