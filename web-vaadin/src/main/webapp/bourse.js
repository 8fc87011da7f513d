// A moment in the zone of the browser; the exact one, with its offset, on hover.
class BourseTime extends HTMLElement {
  static observedAttributes = ['datetime', 'date-only', 'lang'];

  connectedCallback() {
    this.write();
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.write();
    }
  }

  write() {
    const moment = new Date(this.getAttribute('datetime'));
    if (Number.isNaN(moment.getTime())) {
      return;
    }
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const time = document.createElement('time');
    time.dateTime = moment.toISOString();
    time.textContent = this.hasAttribute('date-only') ? day(moment) : `${day(moment)} ${clock(moment)}`;
    root.replaceChildren(time);
    this.title = `${day(moment)} ${clock(moment)}.${pad(moment.getMilliseconds(), 3)} ${offset(moment)}`;
  }
}

const pad = (number, digits) => String(number).padStart(digits, '0');
const day = (m) => `${m.getFullYear()}-${pad(m.getMonth() + 1, 2)}-${pad(m.getDate(), 2)}`;
const clock = (m) => `${pad(m.getHours(), 2)}:${pad(m.getMinutes(), 2)}:${pad(m.getSeconds(), 2)}`;

function offset(moment) {
  const minutes = -moment.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '−' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`;
}

customElements.define('bourse-time', BourseTime);
