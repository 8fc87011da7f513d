// A chart. What to draw comes as JSON from the page; Chart.js draws it in the colours of the page.
class BourseChart extends HTMLElement {
  static observedAttributes = ['drawing'];
  static dark = window.matchMedia('(prefers-color-scheme: dark)');

  redraw = () => this.draw();

  connectedCallback() {
    BourseChart.dark.addEventListener('change', this.redraw);
    this.draw();
  }

  disconnectedCallback() {
    BourseChart.dark.removeEventListener('change', this.redraw);
    this.chart?.destroy();
    this.chart = undefined;
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.draw();
    }
  }

  draw() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const canvas = document.createElement('canvas');
    const frame = document.createElement('div');
    frame.style.cssText = 'position:relative;height:100%';
    frame.append(canvas);
    this.chart?.destroy();
    root.replaceChildren(frame);
    this.chart = new Chart(canvas, this.settings(JSON.parse(this.getAttribute('drawing'))));
  }

  settings({ labels, series, money, stacked }) {
    const ink = this.colour('--ink-3');
    const line = this.colour('--line');
    const font = { family: getComputedStyle(this).fontFamily, size: 12 };
    const words = (value) => figure(value, money);
    return {
      data: { labels, datasets: series.map((each) => this.dataset(each)) },
      options: {
        responsive: true,
        maintainAspectRatio: false,
        animation: false,
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: { stacked, grid: { display: false }, border: { color: line }, ticks: { color: ink, font, maxRotation: 0 } },
          y: { stacked, beginAtZero: true, grid: { color: line }, border: { display: false }, ticks: { color: ink, font, precision: 0, maxTicksLimit: 6, callback: words } },
        },
        plugins: {
          legend: { display: stacked || series.length > 1, position: 'bottom', labels: { color: ink, font, boxWidth: 12, boxHeight: 12 } },
          tooltip: { callbacks: { label: (at) => `${at.dataset.label}: ${words(at.parsed.y)}` } },
        },
      },
    };
  }

  dataset({ name, kind, tone, values }) {
    const colour = this.colour(`--${tone}`);
    const forecast = kind === 'FORECAST';
    return {
      type: kind === 'BAR' ? 'bar' : 'line',
      label: name,
      data: values,
      borderColor: colour,
      backgroundColor: kind === 'BAR' ? colour : `color-mix(in srgb, ${colour} 12%, transparent)`,
      borderWidth: kind === 'BAR' ? 0 : 2,
      borderDash: forecast ? [5, 4] : [],
      fill: kind === 'AREA',
      pointRadius: values.length > 1 && !forecast ? 0 : 2,
      maxBarThickness: 36,
    };
  }

  colour(name) {
    return getComputedStyle(this).getPropertyValue(name).trim();
  }
}

function figure(value, money) {
  const digits = money ? { minimumFractionDigits: value % 1 === 0 ? 0 : 2, maximumFractionDigits: 2 } : {};
  const text = Math.abs(value).toLocaleString('en', digits);
  return (value < 0 ? '−' : '') + (money ? '¥' : '') + text;
}

customElements.define('bourse-chart', BourseChart);
