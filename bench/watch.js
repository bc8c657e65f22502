// Notes when a marker is first painted: window.seen["ping-17-"] is milliseconds since 1970.
(() => {
  window.seen = {};
  const look = () => {
    for (const [marker] of document.body.innerText.matchAll(/ping-\d+-/g)) {
      if (marker in window.seen) continue;
      window.seen[marker] = 0;
      requestAnimationFrame(() => { window.seen[marker] = performance.timeOrigin + performance.now(); });
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
})();
