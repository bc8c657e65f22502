// <lh-qr text="otpauth://…">: a text as a square code for a phone's camera, dark on light in either theme. The text stands beside it.
class Square extends HTMLElement {
  static observedAttributes = ['text'];

  connectedCallback() { this.draw(); }

  attributeChangedCallback() { if (this.isConnected) this.draw(); }

  async draw() {
    const { squareOf } = await import('./qr.js');
    if (this.isConnected) this.replaceChildren(squareOf(this.getAttribute('text')));
  }
}

customElements.define('lh-qr', Square);
