// Choosing an incident on the map, with the pointer and with the keyboard.
import { MAX_ZOOM, ring } from './map-points.js';

const BUBBLES = ['near-bubble', 'every-bubble'];
const SPOTS = ['near-dot', 'every-dot', 'near-area', 'every-area', 'areas-count'];
const AREAS = ['areas', 'areas-wide', 'areas-line'];
const REACH = 3; // pixels around the pointer
const LISTED = 100;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/**
 * @param {object} library MapLibre
 * @param {object} map
 * @param {() => import('./map-points.js').Place[]} all
 * @param {typeof import('./map.js').MESSAGES} words
 * @param {(number: number) => void} pick
 * @param {(numbers: number[]) => Promise<(number: number) => string>} called
 */
export function chooser(library, map, all, words, pick, called) {
  const spoken = announcer(map.getContainer());
  const popup = new library.Popup({ className: 'map-here', maxWidth: '24rem', offset: 8 });
  let at = -1;

  const found = ({ x, y }, layers, reach = REACH) => map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers });
  const placesAt = (point) => {
    const spots = found(point, SPOTS);
    const ids = new Set((spots.length ? spots : found(point, AREAS, 0)).map((feature) => feature.properties.id));
    return [...ids].map((id) => all()[id]).filter(Boolean).sort((a, b) => a.radius - b.radius);
  };

  function open(chosen, lngLat) {
    const members = chosen.flatMap((place) => place.members);
    if (members.length === 1) return pick(members[0][0]);
    popup.setLngLat(lngLat).setDOMContent(list(members, words, pick, called)).addTo(map);
    return undefined;
  }

  async function expand(bubble) {
    const zoom = await map.getSource(bubble.source).getClusterExpansionZoom(bubble.properties.cluster_id);
    map.easeTo({ center: bubble.geometry.coordinates, zoom: Math.min(MAX_ZOOM, Math.max(zoom, map.getZoom() + 1)) });
  }

  map.on('click', ({ point, lngLat }) => {
    const [bubble] = found(point, BUBBLES, 0);
    if (bubble) return void expand(bubble);
    const chosen = placesAt(point);
    if (chosen.length) open(chosen, chosen.length === 1 ? [chosen[0].lon, chosen[0].lat] : lngLat);
    return undefined;
  });

  map.on('mousemove', ({ point }) => {
    const over = found(point, [...BUBBLES, ...SPOTS, ...AREAS]).length > 0;
    map.getCanvas().style.cursor = over ? 'pointer' : '';
  });

  async function step(by) {
    const box = map.getBounds();
    const seen = all().filter(({ lon, lat }) => box.contains([lon, lat])).flatMap((place) => place.members.map((member) => ({ place, member })));
    if (!seen.length) return spoken(words.none);
    seen.sort((a, b) => a.member[0] - b.member[0]);
    const last = seen.findIndex(({ member }) => member[0] === at);
    const next = last < 0 ? (by > 0 ? 0 : seen.length - 1) : (last + by + seen.length) % seen.length;
    const { place, member } = seen[next];
    [at] = member;
    map.getSource('chosen').setData(ring(place));
    const name = (await called([at]))(member[0]);
    return member[0] === at && spoken(fill(words.step, { name, at: next + 1, count: seen.length }));
  }

  function enter() {
    if (all().some((place) => place.members.some((member) => member[0] === at))) return pick(at);
    const { clientWidth, clientHeight } = map.getCanvas();
    const middle = { x: clientWidth / 2, y: clientHeight / 2 };
    const chosen = placesAt(middle);
    return chosen.length ? open(chosen, map.getCenter()) : step(1);
  }

  const keys = { PageDown: () => step(1), PageUp: () => step(-1), Enter: enter, Escape: () => popup.remove() };
  map.getCanvas().addEventListener('keydown', (event) => {
    if (!keys[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });

  return {
    clear() {
      at = -1;
      popup.remove();
    },
  };
}

/** What is at one place, each to be opened. */
function list(members, words, pick, called) {
  const box = document.createElement('div');
  const head = document.createElement('p');
  head.textContent = fill(words.here, { count: members.length });
  const items = document.createElement('ul');
  const shown = members.slice(0, LISTED);
  const buttons = new Map();
  for (const [number, , , , status, killed] of shown) {
    const button = document.createElement('button');
    buttons.set(number, button);
    button.type = 'button';
    button.textContent = fill(words.incident, { number });
    button.addEventListener('click', () => pick(number));
    const more = document.createElement('span');
    more.textContent = [killed ? fill(words.killed, { count: killed }) : '', words.standing[status]].filter(Boolean).join(' · ');
    const item = document.createElement('li');
    item.append(button, more);
    items.append(item);
  }
  box.append(head, items);
  called([...buttons.keys()]).then((name) => buttons.forEach((button, number) => {
    button.textContent = name(number);
  }));
  return box;
}

function announcer(container) {
  const region = document.createElement('div');
  region.className = 'map-spoken';
  region.setAttribute('aria-live', 'polite');
  container.append(region);
  return (text) => {
    region.textContent = text;
  };
}

