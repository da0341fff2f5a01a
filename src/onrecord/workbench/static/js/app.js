// What every page needs, and the overview: map, timeline and list follow one another. All of it also works without this file.
import { brush } from './brush.js';
import { keys } from './keys.js';
import { watch } from './watch.js';

document.documentElement.classList.add('js');

const view = () => document.getElementById('view');
const query = () => view()?.dataset.query ?? '';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Change a field of the filter and ask for the view anew. A field that is not there is made. */
function ask(changes) {
  const form = document.getElementById('filters');
  for (const [name, value] of Object.entries(changes)) {
    let input = form.elements.namedItem(name);
    if (!input) {
      input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      form.append(input);
    }
    input.value = value;
  }
  form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
}

/** The degrees of a part of the map, as the address holds them. */
const box = (bounds) => bounds.map((degrees) => Math.round(degrees * 1e4) / 1e4).join(',');

async function points() {
  const answer = await fetch(`/points.json?${withoutBox(query())}`, { headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : [];
}

/** What incidents are called, by number. */
async function names(numbers) {
  const answer = await fetch(`/names.json?${numbers.map((number) => `number=${number}`).join('&')}`, { headers: { Accept: 'application/json' } });
  return answer.ok ? answer.json() : {};
}

/** What lies outside the part in view is drawn too, so that moving on shows it. */
function withoutBox(text) {
  const left = new URLSearchParams(text);
  left.delete('box');
  return left.toString();
}

async function drawMap() {
  const place = document.getElementById('map');
  if (!place) return;
  const module = await import('./map.js');
  if (!module.hasWebGL()) return;
  const note = document.getElementById('nomap');
  const told = note.textContent;
  note.textContent = 'Drawing the map …';
  const asked = new URLSearchParams(query()).get('box');
  let shown = withoutBox(query());
  const map = await module.openMap(place, {
    points: await points(),
    bounds: asked ? asked.split(',').map(Number) : undefined,
    dark: dark.matches,
    onMove: (bounds) => document.getElementById('follow').checked && ask({ box: box(bounds) }),
    onPick: (number) => location.assign(`/number/${number}`),
    names,
    messages: {},
  });
  note.textContent = told;
  if (!map) return;
  place.closest('.map').classList.add('ready');
  dark.addEventListener('change', () => map.setDark(dark.matches));
  document.body.addEventListener('htmx:afterSettle', async () => {
    if (withoutBox(query()) === shown) return;
    shown = withoutBox(query());
    map.setPoints(await points());
  });
  lighten(map);
}

/** The row under the pointer or the focus shows on the map. */
function lighten(map) {
  const row = (event) => event.target.closest?.('tr[data-number]');
  for (const [begin, end] of [['pointerover', 'pointerout'], ['focusin', 'focusout']]) {
    document.body.addEventListener(begin, (event) => row(event) && map.highlight(Number(row(event).dataset.number)));
    document.body.addEventListener(end, (event) => row(event) && map.highlight(null));
  }
}

function drawBrush() {
  const picture = document.querySelector('.time .timeline');
  if (picture) brush(picture, (since, until) => ask({ since, until }));
}

/** Why the view could not be changed, in the words of the answer (a script is answered in plain text); the next view takes it away. */
function refused({ detail: { xhr } }) {
  document.getElementById('refused').textContent = xhr?.responseText?.trim() || 'The workbench does not answer. Is the program still running?';
}

/** Fields that do not filter stay out of the address, so that it can be read and sent on. */
function withoutEmpty({ detail }) {
  for (const [name, value] of [...detail.formData]) if (!value) detail.formData.delete(name);
}

if (view()) {
  document.body.addEventListener('htmx:configRequest', withoutEmpty);
  document.body.addEventListener('htmx:responseError', refused);
  document.body.addEventListener('htmx:sendError', refused);
  drawBrush();
  document.body.addEventListener('htmx:afterSettle', drawBrush);
  drawMap().catch((error) => console.warn('no map:', error));
}

// A page that asked for it watches whether somebody else decided meanwhile.
const watched = document.querySelector('[data-watch]');
if (watched) watch(watched);
if (document.querySelector('[data-keys]')) keys(); // at once: the first key may come before anything else is loaded
if (document.querySelector('.locator')) import('./locator.js').then(({ locate }) => locate(dark));
