// An editor of code. CodeMirror draws it in the colours of the page; what is typed goes to the
// server when typing rests and when the editor is left.
class BourseEditor extends HTMLElement {
  static observedAttributes = ['language', 'label'];
  static modes = { sql: 'text/x-sql', python: 'text/x-python', r: 'text/x-rsrc' };
  static rest = 400;

  get value() {
    return this.editor ? this.editor.getValue() : (this.text ?? '');
  }

  set value(text) {
    this.text = text ?? '';
    this.told = this.text;
    if (this.editor && this.editor.getValue() !== this.text) {
      this.editor.setValue(this.text);
    }
  }

  connectedCallback() {
    // The page may have set the value before this element was known.
    if (Object.hasOwn(this, 'value')) {
      const early = this.value;
      delete this.value;
      this.value = early;
    }
    if (!this.editor) {
      this.editor = CodeMirror(this, {
        value: this.text ?? '',
        mode: this.mode(),
        screenReaderLabel: this.getAttribute('label') ?? '',
        lineNumbers: true,
        lineWrapping: true,
        indentUnit: 4,
        // Tab leaves the editor, so that the keyboard is never caught in it.
        extraKeys: {
          Tab: false,
          'Shift-Tab': false,
          'Ctrl-Enter': () => this.run(),
          'Cmd-Enter': () => this.run(),
        },
      });
      this.editor.on('changes', () => {
        clearTimeout(this.resting);
        this.resting = setTimeout(() => this.tell(), BourseEditor.rest);
      });
      this.editor.on('blur', () => this.tell());
    }
    this.editor.refresh();
  }

  disconnectedCallback() {
    clearTimeout(this.resting);
  }

  attributeChangedCallback() {
    this.editor?.setOption('mode', this.mode());
    this.editor?.setOption('screenReaderLabel', this.getAttribute('label') ?? '');
  }

  mode() {
    return BourseEditor.modes[this.getAttribute('language')] ?? 'text/plain';
  }

  tell() {
    clearTimeout(this.resting);
    if (this.value !== this.told) {
      this.told = this.value;
      this.dispatchEvent(new CustomEvent('value-changed'));
    }
  }

  run() {
    this.tell();
    this.dispatchEvent(new CustomEvent('run-code'));
  }
}

customElements.define('bourse-editor', BourseEditor);
