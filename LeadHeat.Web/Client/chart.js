// <lh-chart kind="calibration" data="[[0.1,0.12,0.08,0.2,40]]">: a chart of what the server says, in the page's colours. ECharts is loaded when the
// first one is shown; its numbers stand in a table beside it, so nothing is lost without it. What is drawn may lead somewhere: data.href.
// <button data-pictures="id"> saves the chart of that id as a picture.
const dark = matchMedia('(prefers-color-scheme: dark)');
const shown = new Set();

// A variable may be written as light-dark(…), which only a property that is a colour resolves.
function resolved(element, name) {
  const probe = Object.assign(document.createElement('span'), { hidden: true });
  probe.style.color = `var(${name})`;
  element.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

class Chart extends HTMLElement {
  static observedAttributes = ['kind', 'data'];

  connectedCallback() {
    shown.add(this);
    this.sizes = new ResizeObserver(() => this.chart?.resize());
    this.sizes.observe(this);
    this.draw();
  }

  disconnectedCallback() {
    shown.delete(this);
    this.sizes.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  attributeChangedCallback() { if (this.isConnected) this.draw(); }

  async draw() {
    const { create, kinds } = await import('./charts.js');
    if (!this.isConnected) return;
    const style = getComputedStyle(this), colour = name => resolved(this, name);
    if (!this.chart) {
      this.chart = create(this);
      this.chart.on('click', ({ data }) => { if (data?.href) go(data.href); });
    }
    this.chart.setOption(kinds[this.getAttribute('kind')](JSON.parse(this.getAttribute('data')), {
      text: colour('--colorNeutralForeground1'), quiet: colour('--quiet'), line: colour('--line'), accent: colour('--accent-text'), surface: colour('--surface'),
      hot: colour('--hot'), warm: colour('--warm'), cold: colour('--cold'), unqualified: colour('--unqualified'), soft: colour('--soft'), font: style.fontFamily, still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    }), true);
  }
}

// By a link, so that the router takes it without a new page.
function go(href) {
  const link = Object.assign(document.createElement('a'), { href, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}

async function picture(element) {
  const { width, height } = element.chart.getDom().getBoundingClientRect(), scale = 2;
  const drawing = new Image(), drawn = new Promise((done, failed) => Object.assign(drawing, { onload: done, onerror: failed }));
  // As the page has it: fonts' names have quotes, which ECharts' own text of the drawing leaves as they are.
  drawing.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(element.querySelector('svg')))}`;
  await drawn;
  const canvas = Object.assign(document.createElement('canvas'), { width: width * scale, height: height * scale }), pen = canvas.getContext('2d');
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(drawing, 0, 0, canvas.width, canvas.height);
  const link = Object.assign(document.createElement('a'), { href: canvas.toDataURL('image/png'), download: `${element.getAttribute('name')}.png` });
  link.click();
}

document.addEventListener('click', event => {
  const element = document.getElementById(event.target.closest('[data-pictures]')?.dataset.pictures);
  if (element?.chart) picture(element);
});

customElements.define('lh-chart', Chart);
const redraw = () => shown.forEach(chart => chart.draw());
new MutationObserver(redraw).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
dark.addEventListener('change', redraw);
