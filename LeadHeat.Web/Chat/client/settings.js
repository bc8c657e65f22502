// What the address says about looks and about which business is meant. Anything odd is left out.

const address = new URLSearchParams(location.search);

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5]
    .map((from) => parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function sixDigits(colour) {
  const found = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour ?? '');
  if (!found) return null;
  const digits = found[1].length === 6 ? found[1] : found[1].replace(/./g, '$&$&');
  return `#${digits.toLowerCase()}`;
}

function https(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

export const settings = {
  playbook: /^[a-z0-9-]{1,50}$/.test(address.get('playbook') ?? '') ? address.get('playbook') : 'real-estate',
  title: address.get('title')?.trim().slice(0, 60) || 'Chat with us',
  accent: sixDigits(address.get('accent')),
  theme: /^(light|dark)$/.test(address.get('theme') ?? '') ? address.get('theme') : null,
  privacy: https(address.get('privacy')),
  consent: address.get('consent')?.trim().slice(0, 300) || null,
};

export function applyLooks(root) {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const theme = () => { root.dataset.theme = settings.theme ?? (dark.matches ? 'dark' : 'light'); };
  theme();
  dark.addEventListener('change', theme);
  if (!settings.accent) return;
  root.style.setProperty('--accent', settings.accent);
  root.style.setProperty('--on-accent', luminance(settings.accent) > 0.36 ? '#1b1a19' : '#ffffff');
  root.dataset.accent = '';
}
