// From incidents to what is drawn: those of one place and one radius are one mark, since regions share their middle.

/**
 * Row number, longitude, latitude, radius in metres in which it happened, standing (0 single origin, 1 corroborated, 2 contested,
 * 3 denied, 4 rejected), number killed (0 when unknown).
 * @typedef {[number, number, number, number, number, number]} Point
 */

/**
 * All incidents at one point with one radius, the deadliest first.
 * @typedef {{lon: number, lat: number, radius: number, members: Point[]}} Place
 */

/** From this zoom districts and regions are areas; before it everything is counted in bubbles. */
export const AREAS_FROM = 4;
/** The last zoom at which near places are counted together. */
export const CLUSTERS_TO = 7;
/** Metres: a radius above it is drawn as an area of its own and never counted into a bubble from `AREAS_FROM` on. */
export const NEAR = 5000;
/**
 * The ground is drawn for zoom 6; closer than this it would only look exact. MapLibre draws a circle only while its middle lies in a tile in
 * view: at zoom 13 a whole window could lie within a circle of 5 km that was not drawn, here at most its outer 200 pixels do.
 */
export const MAX_ZOOM = 11;

const METRES_A_PIXEL = 40075016.686 / 512; // at the equator, zoom 0
const METRES_A_DEGREE = 40075016.686 / 360;
const CORNERS = 96;

/** @param {Point[]} points @returns {Place[]} */
export function places(points) {
  const found = new Map();
  for (const point of points) {
    const [, lon, lat, radius] = point;
    const key = `${lon},${lat},${radius}`;
    const place = found.get(key);
    if (place) place.members.push(point);
    else found.set(key, { lon, lat, radius, members: [point] });
  }
  for (const place of found.values()) place.members.sort((a, b) => b[5] - a[5] || a[0] - b[0]);
  return [...found.values()];
}

/** The standing most of its incidents have. */
function standing(place) {
  const counts = [0, 0, 0, 0, 0];
  for (const member of place.members) counts[member[4]] += 1;
  return counts.indexOf(Math.max(...counts));
}

/** @param {Place} place @param {number} id its number in the list of places */
function properties(place, id) {
  const contested = place.members.reduce((sum, member) => sum + (member[4] === 2 ? 1 : 0), 0);
  const shrink = Math.cos((place.lat * Math.PI) / 180);
  return {
    id, c: place.members.length, x: contested, s: standing(place), w: place.members[0][5], r: place.radius,
    r0: place.radius / (METRES_A_PIXEL * shrink),
  };
}

const feature = (geometry, props) => ({ type: 'Feature', geometry, properties: props });
const collection = (features) => ({ type: 'FeatureCollection', features });

/** @param {Place} place */
export function circle(place) {
  const lat = place.radius / METRES_A_DEGREE;
  const lon = lat / Math.max(0.01, Math.cos((place.lat * Math.PI) / 180));
  const ring = Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const turn = (2 * Math.PI * (corner % CORNERS)) / CORNERS;
    return [place.lon + lon * Math.cos(turn), place.lat + lat * Math.sin(turn)];
  });
  return { type: 'Polygon', coordinates: [ring] };
}

const spot = (place) => ({ type: 'Point', coordinates: [place.lon, place.lat] });

/**
 * The data of each source of the overlay.
 * @param {Place[]} all
 */
export function layers(all) {
  const marked = all.map((place, id) => ({ place, props: properties(place, id) }));
  const wide = marked.filter(({ place }) => place.radius > NEAR).sort((a, b) => b.place.radius - a.place.radius);
  const near = marked.filter(({ place }) => place.radius <= NEAR);
  const points = (some) => collection(some.map(({ place, props }) => feature(spot(place), props)));
  return {
    every: points(marked),
    near: points(near),
    areas: collection(wide.map(({ place, props }) => feature(circle(place), props))),
    centres: points(wide),
    chosen: collection([]),
  };
}

/** The ring around a chosen place, and its area when that is wide. */
export function ring(place) {
  if (!place) return collection([]);
  const wide = place.radius > 1000 ? [feature(circle(place), {})] : [];
  return collection([...wide, feature(spot(place), {})]);
}

/** The sources of the overlay for the style. */
export function sources(all) {
  const data = layers(all);
  const clusters = { cluster: true, clusterRadius: 44, clusterProperties: { c: ['+', ['get', 'c']], x: ['+', ['get', 'x']] } };
  return {
    every: { type: 'geojson', data: data.every, ...clusters, clusterMaxZoom: AREAS_FROM, maxzoom: AREAS_FROM + 1 },
    near: { type: 'geojson', data: data.near, ...clusters, clusterMaxZoom: CLUSTERS_TO, maxzoom: 9 },
    areas: { type: 'geojson', data: data.areas, tolerance: 0.05, maxzoom: 8 },
    // Large tiles, so that a circle is drawn also when its middle lies some way outside the view
    centres: { type: 'geojson', data: data.centres, maxzoom: 4 },
    chosen: { type: 'geojson', data: data.chosen, tolerance: 0.05, maxzoom: 9 },
  };
}

/** West, south, east, north of all points, or nothing when there is none. */
export function bounds(all) {
  if (!all.length) return undefined;
  const box = [180, 90, -180, -90];
  for (const { lon, lat } of all) {
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  }
  return box;
}
