// Working without the mouse: a key presses what bears it (data-key). A verdict asks for its reason first; Enter sends it.
const typing = (element) => element.matches('input:not([type=checkbox]):not([type=radio]), textarea, select');

/** The reason that was given last for a verdict, so that it need not be typed again; it lies selected, to be overwritten. */
const remembered = (verdict) => sessionStorage.getItem(`reason-${verdict}`) ?? '';

let chosen = null;

function choose(button) {
  const reason = button.form.elements.namedItem('reason');
  chosen?.classList.remove('main');
  chosen = button;
  button.classList.add('main');
  if (!reason.value) reason.value = remembered(button.value);
  reason.focus();
  reason.select();
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === 'Escape') return leave();
  if (event.key === 'Enter' && chosen && event.target === chosen.form.elements.namedItem('reason')) return send(event);
  if (typing(event.target)) return;
  const bearer = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!bearer) return;
  event.preventDefault();
  if (bearer.name === 'verdict') choose(bearer);
  else if (bearer.matches('details > summary')) { bearer.parentElement.open = true; bearer.parentElement.querySelector('input:not([type=hidden]), select')?.focus(); }
  else bearer.matches('input, select') ? bearer.focus() : bearer.click();
}

function send(event) {
  event.preventDefault();
  const { form } = chosen;
  if (!form.reportValidity()) return;
  form.requestSubmit(chosen);
}

function leave() {
  chosen?.classList.remove('main');
  chosen = null;
  document.activeElement?.blur();
}

export function keys() {
  document.addEventListener('keydown', press);
  document.addEventListener('submit', (event) => {
    const { submitter, target } = event;
    const reason = target.elements.namedItem('reason');
    if (submitter?.name === 'verdict' && reason?.value) sessionStorage.setItem(`reason-${submitter.value}`, reason.value);
  });
}
