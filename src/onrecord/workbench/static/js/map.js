// The map of incidents, drawn offline: MapLibre GL on one PMTiles file. Without WebGL the caller shows a message in its place.
import { bounds as boundsOf, layers, MAX_ZOOM, places, ring, sources } from './map-points.js';
import { mapStyle } from './map-style.js';
import { chooser } from './map-choose.js';

/** @typedef {import('./map-points.js').Point} Point */
/** @typedef {[number, number, number, number]} Bounds west, south, east, north in degrees */

/**
 * @typedef {object} MapOptions
 * @property {Point[]} points
 * @property {Bounds} [bounds] what to show first; without it, all points
 * @property {boolean} dark
 * @property {(bounds: Bounds) => void} [onMove] after a person moved the map, never after `fit`
 * @property {(number: number) => void} [onPick] when a person chose an incident
 * @property {(numbers: number[]) => Promise<Record<number, string>>} [names] what incidents are called; without it, by their numbers
 * @property {Partial<typeof MESSAGES>} [messages] the words of the map
 */

/**
 * @typedef {object} OpenMap
 * @property {(points: Point[]) => void} setPoints
 * @property {(dark: boolean) => void} setDark
 * @property {(bounds?: Bounds) => void} fit
 * @property {(number: number | null) => void} highlight rings an incident; the view stays as it is
 * @property {() => void} remove
 * @property {object} inner MapLibre's own map, for tests and measurements
 */

export const MESSAGES = {
  label: 'Map of incidents',
  hint: 'Arrow keys move the map, plus and minus zoom. Page Down and Page Up go through the incidents in view, Enter opens one.',
  here: '{count} incidents here',
  step: '{name}, {at} of {count} in view',
  none: 'No incident in view',
  incident: 'Incident {number}',
  killed: '{count} killed',
  close: 'Close',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  credits: 'Sources and borders',
  standing: ['single origin', 'corroborated', 'contested', 'denied', 'rejected'],
};

const WORLD = [-130, -50, 160, 72];
const near = (path) => new URL(path, import.meta.url).href;
const QUIET = { quiet: true };

/** Whether this browser can draw the map. */
export function hasWebGL() {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/**
 * Draw the map into a container that has a size. Answers null where there is no WebGL.
 * @param {HTMLElement} container
 * @param {MapOptions} options
 * @returns {Promise<OpenMap | null>}
 */
export async function openMap(container, options) {
  if (!hasWebGL()) return null;
  const words = { ...MESSAGES, ...options.messages };
  const [library] = await Promise.all([import('../vendor/maplibre-gl.mjs'), protocol(), sheet('../vendor/maplibre-gl.css')]);
  await sheet('../css/map.css');
  library.setWorkerUrl(near('../vendor/maplibre-gl-worker.mjs'));
  library.addProtocol('pmtiles', new globalThis.pmtiles.Protocol().tile);
  const state = { all: places(options.points), dark: options.dark, font: getComputedStyle(container).fontFamily || 'sans-serif' };
  const map = new library.Map(settings(container, options, state, words));
  map.setMissingStyleImageResolver((id) => id === 'city' && map.addImage(id, disc(), { pixelRatio: 2, sdf: true }));
  controls(library, map, words);
  await map.once('load');
  const choose = chooser(library, map, () => state.all, words, options.onPick ?? (() => {}), called(options, words));
  told(map, options.onMove ?? (() => {}));
  return handle(map, state, choose);
}

/** What an incident is called, also where that cannot be found out. */
function called(options, words) {
  return async (numbers) => {
    const known = await Promise.resolve(options.names?.(numbers)).catch(() => null);
    return (number) => known?.[number] ?? words.incident.replace('{number}', number);
  };
}

function settings(container, options, state, words) {
  return {
    container,
    style: mapStyle(state.dark, near('../basemap/world.pmtiles'), state.font, sources(state.all)),
    bounds: options.bounds ?? boundsOf(state.all) ?? WORLD,
    fitBoundsOptions: { padding: 32, maxZoom: 8 },
    maxZoom: MAX_ZOOM, maxPitch: 0, renderWorldCopies: false, attributionControl: false, refreshExpiredTiles: false,
    dragRotate: false, touchPitch: false, pitchWithRotate: false, fadeDuration: 120, pixelRatio: Math.min(globalThis.devicePixelRatio, 2),
    locale: {
      'Map.Title': words.label, 'NavigationControl.ZoomIn': words.zoomIn, 'NavigationControl.ZoomOut': words.zoomOut,
      'Popup.Close': words.close, 'AttributionControl.ToggleAttribution': words.credits,
    },
  };
}

function controls(library, map, words) {
  map.keyboard.disableRotation();
  map.touchZoomRotate.disableRotation();
  map.addControl(new library.NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new library.ScaleControl({ maxWidth: 90 }), 'bottom-left');
  map.addControl(new library.AttributionControl({ compact: false }), 'bottom-right');
  // Screen readers hand arrow keys on only to an application
  const canvas = map.getCanvas();
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-description', words.hint);
}

/** Tell of moves by a person: all but our own, which are marked, and the one that MapLibre reports when the container changes size. */
function told(map, onMove) {
  let resized = false;
  map.on('resize', () => {
    resized = true;
    queueMicrotask(() => {
      resized = false;
    });
  });
  map.on('moveend', (event) => event.quiet || resized || onMove(boundsNow(map)));
}

/** A small disc as a signed distance field, which takes the colour of its layer. */
function disc() {
  const size = 20;
  const data = new Uint8ClampedArray(size * size * 4);
  for (let at = 0; at < size * size; at += 1) {
    const far = Math.hypot((at % size) - 9.5, Math.floor(at / size) - 9.5) - 3;
    data[at * 4 + 3] = 191 - far * 32;
  }
  return { width: size, height: size, data };
}

function handle(map, state, choose) {
  const put = (name, data) => map.getSource(name).setData(data);
  return {
    setPoints(points) {
      state.all = places(points);
      choose.clear();
      for (const [name, data] of Object.entries(layers(state.all))) put(name, data);
    },
    setDark(dark) {
      if (dark === state.dark) return;
      state.dark = dark;
      repaint(map, mapStyle(dark, near('../basemap/world.pmtiles'), state.font, {}));
    },
    fit(bounds) {
      map.fitBounds(bounds ?? boundsOf(state.all) ?? WORLD, { padding: 32, maxZoom: 8, duration: 350 }, QUIET);
    },
    highlight(number) {
      put('chosen', ring(state.all.find((place) => place.members.some((member) => member[0] === number))));
    },
    remove: () => map.remove(),
    inner: map,
  };
}

/** Only colours differ between light and dark: the data stays where it is. */
function repaint(map, style) {
  for (const layer of style.layers) {
    for (const [name, value] of Object.entries(layer.paint)) map.setPaintProperty(layer.id, name, value);
  }
}

/** @returns {Bounds} */
function boundsNow(map) {
  const box = map.getBounds();
  return [Math.max(-180, box.getWest()), box.getSouth(), Math.min(180, box.getEast()), box.getNorth()];
}

/** pmtiles is a classic script that leaves a global. */
function protocol() {
  if (globalThis.pmtiles) return Promise.resolve();
  return fetched(Object.assign(document.createElement('script'), { src: near('../vendor/pmtiles.js') }));
}

function sheet(path) {
  const href = near(path);
  if ([...document.styleSheets].some((one) => one.href === href)) return Promise.resolve();
  return fetched(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
}

function fetched(element) {
  return new Promise((resolve, reject) => {
    element.addEventListener('load', () => resolve(undefined));
    element.addEventListener('error', () => reject(new Error(`not found: ${element.src ?? element.href}`)));
    document.head.append(element);
  });
}
