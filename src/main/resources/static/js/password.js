// What a new password lacks, while it is typed. Only what a browser can know: no unfinished password is sent anywhere,
// and the server's own rule decides when the form comes.
(() => {
  'use strict';
  for (const note of document.querySelectorAll('.ap-typing')) {
    const field = document.getElementById(note.dataset.for);
    const words = note.dataset;
    const own = (words.own ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 4);
    let timer;

    const advice = (password) => {
      const length = [...password].length;
      if (length === 0) return '';
      const missing = Number(words.shortest) - length;
      if (missing === 1) return words.one;
      if (missing > 0) return words.more.replace('{0}', missing);
      const lower = password.toLowerCase();
      const rest = own.reduce((text, word) => text.replaceAll(word, ''), lower);
      if (rest.length < lower.length && rest.length < 11) return words.context;
      if (new Set(lower).size < 6 || /^(.{1,7})\1+/u.test(lower)) return words.varied;
      return words.enough;
    };
    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => (note.textContent = advice(field.value)), 500);
    });

    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'usa-button usa-button--unstyled ap-show';
    button.textContent = words.show;
    button.setAttribute('aria-controls', field.id);
    button.addEventListener('click', () => {
      const shown = field.type === 'text';
      field.type = shown ? 'password' : 'text';
      button.textContent = shown ? words.show : words.hide;
    });
    field.form.addEventListener('submit', () => (field.type = 'password'));
    field.after(button);
  }
})();
