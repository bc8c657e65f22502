// Loaded when the first square code is shown.
import qrcode from 'qrcode-generator';

const svg = 'http://www.w3.org/2000/svg', margin = 4;

export function squareOf(text) {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount(), size = count + 2 * margin;
  let dark = '';
  for (let y = 0; y < count; y++)
    for (let x = 0; x < count; x++)
      if (code.isDark(y, x)) dark += `M${x + margin} ${y + margin}h1v1h-1z`;
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', `0 0 ${size} ${size}`);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', 'Square code for an authenticator app');
  picture.setAttribute('shape-rendering', 'crispEdges');
  for (const [path, colour] of [[`M0 0h${size}v${size}h-${size}z`, '#fff'], [dark, '#000']]) {
    const part = document.createElementNS(svg, 'path');
    part.setAttribute('d', path);
    part.setAttribute('fill', colour);
    picture.append(part);
  }
  return picture;
}
