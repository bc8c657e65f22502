// The theme and the time zone, remembered in cookies so that the server renders the right page from the first byte.
// With TLS a cookie's name keeps other hosts from setting it (HostCookies.cs).
const [prefix, secure] = location.protocol === 'https:' ? ['__Host-', ';secure'] : ['', ''];
const remember = (name, value) => { document.cookie = `${prefix}${name}=${value};path=/;max-age=31536000;samesite=lax${secure}`; };

remember('zone', Intl.DateTimeFormat().resolvedOptions().timeZone);

const chosen = () => document.documentElement.dataset.theme || 'system';
const mark = () => document.querySelectorAll('[data-theme-choice]').forEach(item => { item.checked = item.dataset.themeChoice === chosen(); });

document.addEventListener('click', event => {
  const choice = event.target.closest('[data-theme-choice]')?.dataset.themeChoice;
  if (choice) {
    remember('theme', choice);
    if (choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  }
  if (choice || event.target.closest('fluent-menu')) mark();
});
