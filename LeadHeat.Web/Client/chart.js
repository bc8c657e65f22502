// <lh-chart kind="calibration" data="[[0.1,0.12,0.08,0.2,40]]">: a chart of what the server says, in the page's colours. ECharts is loaded when the
// first one is shown; its numbers stand in a table beside it, so nothing is lost without it.
const dark = matchMedia('(prefers-color-scheme: dark)');
const shown = new Set();

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
    const style = getComputedStyle(this), colour = name => style.getPropertyValue(name).trim();
    this.chart ??= create(this);
    this.chart.setOption(kinds[this.getAttribute('kind')](JSON.parse(this.getAttribute('data')), {
      text: colour('--colorNeutralForeground1'), quiet: colour('--quiet'), line: colour('--line'), accent: colour('--accent-text'), surface: colour('--surface'),
      font: style.fontFamily, still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    }), true);
  }
}

customElements.define('lh-chart', Chart);
const redraw = () => shown.forEach(chart => chart.draw());
new MutationObserver(redraw).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
dark.addEventListener('change', redraw);
