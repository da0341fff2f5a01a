// Choosing days by dragging across the timeline. The date fields of the filter do the same by keyboard.

const DAY = 86_400_000;
const LEAST = 4; // pixels: less is a click

/** Let a person drag across `picture` (an SVG with data-since and data-until); `chosen(since, until)` gets ISO days. */
export function brush(picture, chosen) {
  let from = null;
  let mark = picture.querySelector('.brush');
  if (!mark) {
    mark = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    mark.setAttribute('class', 'brush');
    mark.setAttribute('y', '0');
    mark.setAttribute('height', picture.viewBox.baseVal.height - 20);
    mark.setAttribute('width', '0');
    picture.append(mark);
  }

  const at = (event) => {
    const edge = picture.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - edge.left) / edge.width));
  };
  const day = (part) => {
    const since = Date.parse(picture.dataset.since);
    const days = (Date.parse(picture.dataset.until) - since) / DAY + 1;
    return new Date(since + Math.min(days - 1, Math.floor(part * days)) * DAY).toISOString().slice(0, 10);
  };
  const draw = (one, other) => {
    const width = picture.viewBox.baseVal.width;
    mark.setAttribute('x', Math.min(one, other) * width);
    mark.setAttribute('width', Math.abs(one - other) * width);
  };

  picture.addEventListener('dragstart', (event) => event.preventDefault());
  picture.addEventListener('pointerdown', (event) => {
    from = { part: at(event), x: event.clientX, moved: false };
  });
  picture.addEventListener('pointermove', (event) => {
    if (!from) return;
    if (!from.moved && Math.abs(event.clientX - from.x) < LEAST) return;
    if (!from.moved) picture.setPointerCapture(event.pointerId);
    from.moved = true;
    draw(from.part, at(event));
  });
  picture.addEventListener('pointerup', (event) => {
    const begun = from;
    from = null;
    if (!begun?.moved) return;
    const [low, high] = [begun.part, at(event)].sort((a, b) => a - b);
    chosen(day(low), day(high));
    const click = (stray) => { stray.preventDefault(); stray.stopPropagation(); };
    picture.addEventListener('click', click, { capture: true, once: true });
    setTimeout(() => picture.removeEventListener('click', click, { capture: true }), 50);
  });
  picture.addEventListener('pointercancel', () => { from = null; draw(0, 0); });
}
