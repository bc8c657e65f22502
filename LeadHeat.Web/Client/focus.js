// The row or card that has the focus keeps it when news moves it or draws it anew, however long that takes: a browser lets go of it then.
// Whatever the reader does next ends it.
export function keepFocus(root, selector) {
  const stop = new AbortController(), { signal } = stop;
  let kept;
  document.addEventListener('focusin', ({ target }) => { kept = root.contains(target) ? target.closest(selector)?.dataset.id : undefined; }, { signal });
  document.addEventListener('pointerdown', () => { kept = undefined; }, { signal, capture: true });
  const watch = new MutationObserver(() => {
    if (kept === undefined || document.activeElement !== document.body) return;
    const element = root.querySelector(`${selector}[data-id="${kept}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  watch.observe(root, { childList: true, subtree: true });
  signal.addEventListener('abort', () => watch.disconnect());
  return () => stop.abort();
}
