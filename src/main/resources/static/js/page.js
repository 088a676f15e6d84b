// What was refused first, copying numbers, printing, and one press of a button sending a form once. Every page works without it.
(() => {
  'use strict';
  const words = document.body.dataset;
  const announced = document.getElementById('announced');

  // A refused form's page begins with what is wrong: for eyes at the top, for ears in the title and the focus.
  const refused = document.querySelector('main .usa-alert--error[role="alert"]');
  if (refused) {
    document.title = words.error.replace('{0}', document.title);
    refused.tabIndex = -1;
    refused.focus();
  }

  async function copy(text) {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return;
    }
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }

  for (const button of document.querySelectorAll('.ap-copy')) {
    const usual = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await copy(button.dataset.copy);
      button.textContent = words.copied;
      announced.textContent = '';
      setTimeout(() => (announced.textContent = words.copied), 50);
      setTimeout(() => (button.textContent = usual), 2000);
      button.focus();
    });
  }

  for (const button of document.querySelectorAll('.ap-print')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  // What belongs to a "yes", or to another answer, opens with it.
  for (const more of document.querySelectorAll('details[data-yes], details[data-when]')) {
    for (const choice of document.getElementsByName(more.dataset.yes ?? more.dataset.when)) {
      choice.addEventListener('change', () => {
        if (choice.checked && choice.value === (more.dataset.is ?? 'YES')) more.open = true;
      });
    }
  }

  // The server is what keeps an act from being done twice; this only saves a puzzled look.
  const sent = new Map();
  const restore = (form) => {
    const before = sent.get(form);
    if (!before) return;
    clearTimeout(before.timer);
    before.button?.removeAttribute('aria-disabled');
    if (before.button) before.button.textContent = before.usual;
    sent.delete(form);
  };
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    const button = event.submitter;
    const timer = setTimeout(() => {
      if (button) button.textContent = words.sending;
    }, 1000);
    button?.setAttribute('aria-disabled', 'true');
    sent.set(form, { button, usual: button?.textContent, timer });
    setTimeout(() => restore(form), 20000);
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) [...sent.keys()].forEach(restore);
  });
})();
