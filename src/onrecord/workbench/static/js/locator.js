// The small map of one incident.
export async function locate(dark) {
  const place = document.querySelector('.locator .canvas');
  const { openMap, hasWebGL } = await import('./map.js');
  if (!hasWebGL()) return place.closest('section').remove();
  const [lon, lat, radius] = ['lon', 'lat', 'radius'].map((name) => Number(place.dataset[name]));
  const up = Math.max((radius / 111_320) * 3, 0.4);
  const aside = up / Math.max(0.2, Math.cos((lat * Math.PI) / 180));
  await openMap(place, {
    points: [[0, lon, lat, radius, 0, 0]],
    bounds: [lon - aside, lat - up, lon + aside, lat + up],
    dark: dark.matches,
    onMove: () => {},
    onPick: () => {},
    messages: {},
  });
}
