// Sends chosen files one after the other and says how far that is. Without it the form sends them all at once.
(() => {
  'use strict';
  const say = (text, ...facts) => facts.reduce((said, fact, at) => said.replace(`{${at}}`, fact), text);
  let sending = false;

  document.addEventListener('change', (event) => {
    const form = event.target.closest?.('form.ap-upload');
    if (!form || event.target.type !== 'file') return;
    const chosen = form.querySelector('.ap-upload__chosen');
    const names = [...event.target.files].map((file) => file.name);
    chosen.hidden = names.length < 2;
    chosen.textContent = say(form.dataset.chosen, names.join(', '));
  });

  function alertOf(form, texts) {
    const alert = document.createElement('div');
    alert.className = 'usa-alert usa-alert--error';
    alert.setAttribute('role', 'alert');
    const body = document.createElement('div');
    body.className = 'usa-alert__body';
    const heading = document.createElement('h2');
    heading.className = 'usa-alert__heading';
    heading.textContent = form.dataset.problem;
    body.append(heading);
    for (const text of texts) {
      const line = document.createElement('p');
      line.className = 'usa-alert__text';
      const link = document.createElement('a');
      link.className = 'usa-link';
      link.href = '#file';
      link.textContent = text;
      line.append(link);
      body.append(line);
    }
    alert.append(body);
    return alert;
  }

  function post(form, file, progress) {
    return new Promise((resolve, reject) => {
      const data = new FormData(form);
      data.delete('file');
      data.append('file', file, file.name);
      const request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.upload.addEventListener('progress', (event) => event.lengthComputable && progress(Math.floor((100 * event.loaded) / event.total)));
      request.addEventListener('load', () => resolve(request));
      for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, reject);
      request.send(data);
    });
  }

  // The server's page takes the place of this one; what was wrong with any of the files stands on top.
  function show(page, url, problems, form) {
    const main = page.querySelector('main');
    if (!main || !page.querySelector('form.ap-upload, .ap-files')) {
      location.assign(url);
      return;
    }
    main.querySelectorAll('.usa-alert--error[role="alert"]').forEach((old) => old.remove());
    document.querySelector('main').replaceWith(document.adoptNode(main));
    document.title = page.title;
    if (problems.length > 0) {
      main.querySelectorAll('.usa-alert--success').forEach((old) => old.remove());
      const alert = alertOf(form, problems);
      main.querySelector('h1').after(alert);
      alert.tabIndex = -1;
      alert.focus();
      document.title = say(document.body.dataset.error, page.title);
    } else {
      const done = main.querySelector('.usa-alert--success');
      if (done) {
        done.tabIndex = -1;
        done.focus();
      }
    }
  }

  async function sendAll(form, files) {
    const box = form.querySelector('.ap-upload__progress');
    const [status, bar] = [box.querySelector('p'), box.querySelector('progress')];
    const button = form.querySelector('button');
    const problems = [];
    let last = null;
    box.hidden = false;
    button.setAttribute('aria-disabled', 'true');
    for (const [at, file] of files.entries()) {
      if (file.size === 0 || file.size > Number(form.dataset.most)) {
        problems.push(say(file.size === 0 ? form.dataset.empty : form.dataset.large, file.name));
        continue;
      }
      const progress = (percent) => {
        bar.value = percent;
        status.textContent = percent < 100 ? say(form.dataset.progress, at + 1, files.length, percent) : form.dataset.checking;
      };
      progress(0);
      try {
        const answer = await post(form, file, progress);
        if (answer.status >= 500) throw new Error(String(answer.status));
        last = new DOMParser().parseFromString(answer.responseText, 'text/html');
        last.querySelectorAll('main .usa-alert--error[role="alert"] .usa-alert__text').forEach((one) => {
          // What is wrong with all of them, such as their number, is said once.
          const text = one.textContent.trim();
          if (!problems.includes(text)) problems.push(text);
        });
        last.url = answer.responseURL;
      } catch {
        problems.push(form.dataset.broken);
        break;
      }
    }
    if (last) {
      show(last, last.url, problems, form);
    } else {
      box.hidden = true;
      button.removeAttribute('aria-disabled');
      document.querySelectorAll('main .usa-alert--error[role="alert"]').forEach((old) => old.remove());
      const alert = alertOf(form, problems);
      document.querySelector('main h1').after(alert);
      alert.tabIndex = -1;
      alert.focus();
    }
  }

  // Before page.js sees it, which would take a second press for a second sending.
  document.addEventListener(
    'submit',
    async (event) => {
      const form = event.target;
      if (!form.matches('form.ap-upload')) return;
      const files = [...form.querySelector('input[type="file"]').files];
      if (sending) event.preventDefault();
      if (sending || files.length === 0) return;
      event.preventDefault();
      sending = true;
      try {
        await sendAll(form, files);
      } finally {
        sending = false;
      }
    },
    true,
  );
})();
