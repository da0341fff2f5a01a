// How the map looks: a calm ground in light and in dark, and what is drawn on it. Plain MapLibre style JSON, no network of its own.
import { AREAS_FROM, MAX_ZOOM } from './map-points.js';

/** Said on the map itself; docs/explanation/basemap.md says it at length. */
export const CREDIT = 'Natural Earth · GeoNames CC BY 4.0 · borders: UN view, disputed ones dashed';

/** Colours of an incident's standing, by its number: single origin, corroborated, contested, denied, rejected. */
export const STATUS = {
  light: ['#3f7396', '#2b7346', '#b3560b', '#8b3a76', '#8b877f'],
  dark: ['#7fb2d3', '#8fcf9f', '#f0b063', '#dc9fcb', '#85878a'],
};

const GROUND = {
  light: {
    water: '#dfe6ea', land: '#f4f1ea', coast: '#b9c6cd', region: '#d9d3c6', border: '#a39c8e', disputed: '#a39c8e',
    country: '#6e685c', city: '#47443d', territory: '#877f70', sea: '#7d95a3', halo: '#f8f6f1', bubble: '#38434b', paper: '#ffffff',
  },
  dark: {
    water: '#121416', land: '#1b1d1e', coast: '#33393d', region: '#2a2c2e', border: '#5a5d5f', disputed: '#5a5d5f',
    country: '#9a968c', city: '#c2beb4', territory: '#85817a', sea: '#56646d', halo: '#161819', bubble: '#cfd4d6', paper: '#121416',
  },
};

/**
 * The whole style: basemap and overlay.
 * @param {boolean} dark
 * @param {string} basemap address of the PMTiles file, absolute
 * @param {string} font family list as CSS says it
 * @param {Record<string, object>} overlay sources of the points (`map-points.js`)
 * @returns {object}
 */
export function mapStyle(dark, basemap, font, overlay) {
  const colours = GROUND[dark ? 'dark' : 'light'];
  const status = STATUS[dark ? 'dark' : 'light'];
  return {
    version: 8,
    sources: {
      ground: { type: 'vector', tiles: [`pmtiles://${basemap}/{z}/{x}/{y}`], maxzoom: 6, attribution: CREDIT },
      ...overlay,
    },
    layers: [...land(colours), ...areas(status), ...labels(colours, font), ...marks(colours, status, font)],
  };
}

const over = (/** @type {number[]} */ ...stops) => ['interpolate', ['linear'], ['zoom'], ...stops];

function land(c) {
  const line = (id, kind, paint, minzoom = 0) => ({
    id, type: 'line', source: 'ground', 'source-layer': 'lines', minzoom, filter: ['==', ['get', 'kind'], kind],
    layout: { 'line-join': 'round' }, paint,
  });
  const shore = { 'line-color': c.coast, 'line-width': over(1, 0.4, 6, 0.9) };
  return [
    { id: 'water', type: 'background', paint: { 'background-color': c.water } },
    { id: 'land', type: 'fill', source: 'ground', 'source-layer': 'land', paint: { 'fill-color': c.land, 'fill-antialias': false } },
    { id: 'lakes', type: 'fill', source: 'ground', 'source-layer': 'lakes', paint: { 'fill-color': c.water } },
    { id: 'shore', type: 'line', source: 'ground', 'source-layer': 'land', paint: shore },
    { id: 'lakeshore', type: 'line', source: 'ground', 'source-layer': 'lakes', minzoom: 4, paint: shore },
    line('regions', 'region', { 'line-color': c.region, 'line-width': over(4, 0.5, 7, 1), 'line-opacity': over(4, 0.3, 5, 1) }, 4),
    line('borders', 'border', { 'line-color': c.border, 'line-width': over(1, 0.5, 5, 1, 9, 1.7) }),
    line('disputed', 'disputed', { 'line-color': c.disputed, 'line-width': over(1, 0.5, 5, 1, 9, 1.7), 'line-dasharray': [3, 2.5] }),
  ];
}

/**
 * Places known only to a district or a region: their true circle on the ground, under the names. The inside is a circle layer, since
 * polygons of so many corners are slow to fill; the edge is a polygon's, which is there also when its middle lies outside the view.
 * Close up, where the circle is larger than the view, only the edge is drawn.
 */
function areas(status) {
  const colour = byStatus(status);
  const inside = (id, filter, maxzoom) => ({
    id, type: 'circle', source: 'centres', minzoom: AREAS_FROM, maxzoom, filter,
    paint: { 'circle-radius': groundRadius(), 'circle-color': colour, 'circle-opacity': 0.07 },
  });
  const wide = ['>', ['get', 'r'], 50000];
  return [
    inside('areas-wide', wide, 8.5),
    inside('areas', ['!', wide], 10.5),
    { id: 'areas-line', type: 'line', source: 'areas', minzoom: AREAS_FROM, paint: { 'line-color': colour, 'line-width': 1, 'line-opacity': 0.6 } },
  ];
}

/** A city's name stands by its dot or, where a bubble covers that, aslant of the bubble. */
const BESIDE = [
  'left', [0.45, 0], 'right', [-0.45, 0], 'top', [0, 0.45], 'bottom', [0, -0.45],
  'bottom-left', [1, -0.7], 'top-left', [1, 0.7], 'bottom-right', [-1, -0.7], 'top-right', [-1, 0.7],
];

/** A country's name makes room for a bubble. */
const ASIDE = { 'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'], 'text-radial-offset': 1.1 };

function labels(c, font) {
  const shown = ['>=', ['zoom'], ['get', 'z']];
  const name = (id, layer, filter, layout, colour, size) => ({
    id, type: 'symbol', source: 'ground', 'source-layer': layer, filter: ['all', filter, shown],
    layout: { 'text-max-width': 8, 'text-padding': 3, 'text-field': ['get', 'n'], 'text-font': [font], 'text-size': size, ...layout },
    paint: { 'text-color': colour, 'text-halo-color': c.halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.4 },
  });
  const kind = (k) => ['==', ['get', 'k'], k];
  const cities = name('cities', 'cities', ['literal', true], {
    'icon-image': 'city', 'icon-padding': 1, 'symbol-sort-key': ['-', ['get', 'z'], ['*', 0.1, ['get', 'p']]],
    'icon-optional': true, 'text-variable-anchor-offset': BESIDE, 'text-justify': 'auto',
  }, c.city, over(3, ['+', 9.5, ['get', 'p']], 8, ['+', 10.5, ['*', 1.4, ['get', 'p']]]));
  cities.paint = { ...cities.paint, 'icon-color': c.city, 'icon-opacity': 0.75 };
  return [
    name('seas', 'names', kind('water'), { 'text-font': [`Italic,${font}`], 'text-letter-spacing': 0.12 }, c.sea, over(2, 10, 7, 15)),
    cities,
    name('territories', 'names', kind('territory'), { ...ASIDE, 'text-font': [`Italic,${font}`] }, c.territory, over(3, 9.5, 7, 13)),
    name('countries', 'names', kind('country'), { ...ASIDE, 'text-font': [`Semi Bold,${font}`], 'text-letter-spacing': 0.07 }, c.country, over(2, 10, 7, 16)),
  ];
}

/** Bubbles that count, areas of settlements, dots of sites. */
function marks(c, status, font) {
  const colour = byStatus(status);
  const grouped = ['has', 'point_count'];
  const lone = ['!', grouped];
  const fine = ['<=', ['get', 'r'], 1000];
  const both = (make) => [make('every', { maxzoom: AREAS_FROM }), make('near', { minzoom: AREAS_FROM })];
  const area = (source, zooms) => ({
    id: `${source}-area`, type: 'circle', source, ...zooms, filter: lone,
    paint: { 'circle-radius': groundRadius(), 'circle-color': colour, 'circle-opacity': 0.16, 'circle-stroke-color': colour, 'circle-stroke-width': 1, 'circle-stroke-opacity': 0.75 },
  });
  const dot = (source, zooms) => ({
    id: `${source}-dot`, type: 'circle', source, ...zooms, filter: ['all', lone, fine],
    paint: { 'circle-radius': dotRadius(), 'circle-color': colour, 'circle-stroke-color': c.paper, 'circle-stroke-width': 1.2 },
  });
  const bubble = (source, zooms) => ({
    id: `${source}-bubble`, type: 'circle', source, ...zooms, filter: grouped,
    paint: {
      'circle-radius': ['step', ['get', 'c'], 11, 10, 13, 100, 16, 1000, 20],
      'circle-color': c.bubble, 'circle-opacity': 0.9, 'circle-stroke-color': ['case', ['>=', ['*', 4, ['get', 'x']], ['get', 'c']], status[2], c.paper], 'circle-stroke-width': 1.6,
    },
  });
  const count = (id, source, filter, paint, padding) => ({
    id, type: 'symbol', source, filter,
    layout: { 'text-field': ['get', 'c'], 'text-font': [`Semi Bold,${font}`], 'text-size': 11, 'text-allow-overlap': true, 'text-padding': padding },
    paint,
  });
  const inBubble = (source, zooms) => ({ ...count(`${source}-count`, source, grouped, { 'text-color': c.paper }, 7), ...zooms });
  const several = { ...count('areas-count', 'centres', ['>', ['get', 'c'], 1], { 'text-color': colour, 'text-halo-color': c.halo, 'text-halo-width': 1.6 }, 2), minzoom: AREAS_FROM };
  return [
    ...both(area), ...both(dot), several, ...both(bubble), ...both(inBubble),
    { id: 'chosen-area', type: 'line', source: 'chosen', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'line-color': c.bubble, 'line-width': 1.6 } },
    { id: 'chosen', type: 'circle', source: 'chosen', filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 9, 'circle-opacity': 0, 'circle-stroke-color': c.bubble, 'circle-stroke-width': 2.4 } },
  ];
}

const byStatus = (status) => ['match', ['get', 's'], 0, status[0], 1, status[1], 2, status[2], 3, status[3], status[4]];

/**
 * Pixels of the true radius on the ground, never under 5. A stop at every zoom, since MapLibre takes `zoom` only at the top:
 * between two stops the exponential of base 2 is exact.
 */
function groundRadius() {
  const stops = [];
  for (let zoom = 0; zoom <= MAX_ZOOM + 1; zoom += 1) stops.push(zoom, ['max', 5, ['*', ['get', 'r0'], 2 ** zoom]]);
  return ['interpolate', ['exponential', 2], ['zoom'], ...stops];
}

/** Small, and a little larger with the number killed. */
function dotRadius() {
  return ['+', 5, ['min', 4, ['*', 0.8, ['log2', ['+', 1, ['get', 'w']]]]]];
}
