// Who looks at the page, and since when, faintly over all of it. Taken out or moved it comes back,
// and the exchange hears of it. Styles from outside do not reach it: important rules of a shadow
// root win over them.
class BourseWatermark extends HTMLElement {
  #home = null;
  #text = '';
  #page = this.attachShadow({ mode: 'closed' });

  get text() {
    return this.#text;
  }

  show(text) {
    this.#text = text;
    const sheet = document.createElement('style');
    sheet.textContent = `:host {
      display: block !important; visibility: visible !important; position: fixed !important;
      inset: 0 !important; width: auto !important; height: auto !important; margin: 0 !important;
      opacity: .09 !important; z-index: 2147483647 !important; pointer-events: none !important;
      transform: none !important; clip-path: none !important; filter: none !important;
      print-color-adjust: exact;
      background: url("${picture(text)}") !important; }`;
    this.#page.replaceChildren(sheet);
  }

  connectedCallback() {
    if (this.#home?.isConnected && this.parentNode !== this.#home) {
      this.#comeBack();
    } else {
      this.#home = this.parentNode;
    }
  }

  // Who leaves the page takes its frame away as well, and that is no tampering.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected && this.#home?.isConnected) {
        this.#comeBack();
      }
    });
  }

  #comeBack() {
    this.#home.append(this);
    this.$server?.removed();
  }
}

function picture(text) {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="220"><text x="20" y="120"
    transform="rotate(-18 180 110)" font-family="sans-serif" font-size="13"
    fill="#7c8896">${escaped}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

customElements.define('bourse-watermark', BourseWatermark);
