const locale = navigator.language || 'en';

function rounded(value, digits) {
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** A price as people say it: ₹1.8 Cr, ₹85 L, AED 1.2M. */
export function price(amount, currency) {
  if (currency === 'INR') {
    if (amount >= 1e7) return `₹${rounded(amount / 1e7, 2)} Cr`;
    if (amount >= 1e5) return `₹${rounded(amount / 1e5, 1)} L`;
    return `₹${rounded(amount, 0)}`;
  }
  const short =
    amount >= 1e6 ? `${rounded(amount / 1e6, 2)}M` : amount >= 1e4 ? `${rounded(amount / 1e3, 0)}K` : rounded(amount, 0);
  const sign = { USD: '$', EUR: '€', GBP: '£' }[currency];
  return sign ? sign + short : `${currency} ${short}`;
}

export function rooms(beds) {
  return beds === 0 ? 'Studio' : `${rounded(beds, 1)} bed${beds === 1 ? '' : 's'}`;
}

export function baths(count) {
  return `${rounded(count, 1)} bath${count === 1 ? '' : 's'}`;
}

export function size(squareMetres) {
  return `${rounded(squareMetres, 0)} m²`;
}

export function clockTime(date) {
  return date.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
}

export function dayKey(date) {
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

export function dayName(date, now = new Date()) {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (dayKey(date) === dayKey(now)) return 'Today';
  if (dayKey(date) === dayKey(yesterday)) return 'Yesterday';
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return date.toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short', year });
}
