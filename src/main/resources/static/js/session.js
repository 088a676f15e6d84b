// The end of a session: a warning before it, which every tab of the browser shows, and what was typed is kept.
(() => {
  'use strict';
  const dialog = document.getElementById('session-warning');
  if (!dialog) return;

  const words = dialog.dataset;
  const idle = Number(words.idle);
  const warning = Math.min(120, idle / 2);
  // The server writes a busy session's time once a minute, so it may end that much sooner than this page thinks.
  const unsure = Math.min(60, idle / 4);
  const left = document.getElementById('session-left');
  const spoken = document.getElementById('session-spoken');
  const stay = document.getElementById('session-stay');
  const onward = document.getElementById('session-onward');
  const tabs = new BroadcastChannel('assister-portal-session');
  let timer;
  let end = 0;
  let lastSaid = Infinity;
  let wentOn = false;
  let gone = false;

  const after = (seconds, what) => {
    clearTimeout(timer);
    timer = setTimeout(what, Math.max(0, seconds) * 1000);
  };

  const close = () => {
    if (dialog.open) dialog.close();
  };

  async function ask() {
    try {
      const answer = await fetch('/session/remaining', { cache: 'no-store' });
      judge(await answer.json());
    } catch {
      after(20, ask);
    }
  }

  function judge(remaining) {
    const seconds = Math.min(remaining.idle, remaining.longest);
    if (seconds <= 0) {
      leave(words.ended);
    } else if (seconds > warning || wentOn) {
      close();
      after(wentOn ? seconds : seconds - warning, ask);
    } else {
      warn(seconds, remaining.longest <= remaining.idle);
    }
  }

  function warn(seconds, last) {
    end = Date.now() + seconds * 1000;
    stay.hidden = last;
    onward.hidden = !last;
    document.getElementById('session-why').textContent = last ? words.last : words.why;
    if (!dialog.open) {
      lastSaid = Infinity;
      dialog.showModal();
      dialog.querySelector('button:not([hidden] *):not([hidden])').focus();
    }
    tick();
  }

  function tick() {
    const seconds = Math.ceil((end - Date.now()) / 1000);
    if (seconds <= 0) {
      ask();
      return;
    }
    left.textContent = said(seconds);
    // Spoken at a few marks only: a voice that counts every second can't be listened to.
    const mark = [10, 30, 60, 120].find((one) => seconds <= one);
    if (mark < lastSaid) {
      spoken.textContent = said(seconds);
      lastSaid = mark;
    }
    after(1, tick);
  }

  function said(seconds) {
    if (seconds > 60) return words.minutes.replace('{0}', Math.ceil(seconds / 60));
    return (seconds === 1 ? words.second : words.seconds).replace('{0}', seconds);
  }

  const changed = (field) => {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    if (field.tagName === 'SELECT') {
      return field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));
    }
    return isTyped(field) && field.value !== field.defaultValue;
  };
  const isTyped = (field) => field.matches('textarea, input:not([type=hidden], [type=submit], [type=radio], [type=checkbox])');
  // A form that came back with a problem holds what was typed before.
  const cameBack = document.querySelector('main [role=alert]') !== null;
  const hasTyping = (form) =>
    [...form.elements].some((field) => changed(field) || (cameBack && isTyped(field) && field.value !== ''));

  async function keep(form) {
    const body = new URLSearchParams(new FormData(form));
    body.set('_path', new URL(form.action).pathname);
    await fetch('/session/keep', { method: 'POST', body, redirect: 'manual' });
  }

  async function leave(where) {
    if (gone) return;
    gone = true;
    clearTimeout(timer);
    tabs.postMessage('ended');
    const typed = [...document.forms].filter(
      (form) =>
        form.method === 'post' &&
        form.enctype !== 'multipart/form-data' &&
        !dialog.contains(form) &&
        hasTyping(form),
    );
    for (const form of typed) {
      await keep(form).catch(() => {});
    }
    location.assign(typed.length > 0 ? words.endedKept : where);
  }

  stay.addEventListener('submit', async (event) => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(stay));
    try {
      await fetch(stay.action, { method: 'POST', body, redirect: 'manual' });
      tabs.postMessage('active');
    } finally {
      ask();
    }
  });
  dialog.addEventListener('cancel', (event) => {
    // Escape is activity, too; it must not hide the warning and let the session end unseen.
    event.preventDefault();
    if (stay.hidden) onward.click();
    else stay.requestSubmit();
  });
  onward.addEventListener('click', () => {
    wentOn = true;
    close();
    ask();
  });
  // An answer on its way that finds the session gone must not overtake the page that says "signed out".
  const over = () => {
    gone = true;
    clearTimeout(timer);
  };
  document.addEventListener('submit', (event) => {
    if (new URL(event.target.action).pathname !== '/sign-out') return;
    over();
    tabs.postMessage('signed-out');
  });
  tabs.addEventListener('message', (event) => {
    if (event.data === 'signed-out') {
      over();
      location.assign(words.signedOut);
    } else if (event.data === 'ended' || dialog.open) ask();
  });
  // A computer that slept ran no timers.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ask();
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });

  tabs.postMessage('active');
  after(Math.min(idle - unsure, Number(words.longest)) - warning, ask);
})();
