// Tells a person who has a page open that somebody else decided about the same thing meanwhile.
const EVERY = 10_000; // milliseconds

export function watch(page) {
  const note = document.getElementById('changed');
  const ask = async () => {
    if (document.hidden) return;
    const answer = await fetch(`${page.dataset.watch}?heard=${page.dataset.heard}`, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok) return;
    const { by } = await answer.json();
    if (!by) return;
    note.textContent = `${by} has just decided about this. What you decide will stand beside it; load the page again to see it.`;
    note.hidden = false;
  };
  setInterval(ask, EVERY);
  document.addEventListener('visibilitychange', ask);
}
