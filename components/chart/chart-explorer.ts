import { bisectCenter } from 'd3-array';
import { pointer, type Selection, select } from 'd3-selection';

/** A drawing as its markup tells of it: the place of each period across and up, null where there is no figure. */
export type Places = { xs: number[]; ys: (number | null)[]; top: number; bottom: number };

/** What the data attributes of a drawing say. */
export function placesOf({ x = '', y = '', plot = '' }: Record<string, string | undefined>): Places {
  const numbers = (text: string) => (text === '' ? [] : text.split(' ').map(Number));
  const [top = 0, bottom = 0] = numbers(plot);
  const ys = y === '' ? [] : y.split(' ').map((place) => (place === '-' ? null : Number(place)));
  return { xs: numbers(x), ys, top, bottom };
}

/** Where a key leads from a period, or from none; null for a key that leads nowhere. */
export function indexAfter(key: string, index: number | null, count: number): number | null {
  const last = count - 1;
  if (last < 0) return null;
  switch (key) {
    case 'ArrowLeft':
      return index === null ? last : Math.max(0, index - 1);
    case 'ArrowRight':
      return index === null ? 0 : Math.min(last, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Makes the charts of a page tell each figure to a pointer, a finger and the keyboard. */
export function exploreCharts(root: ParentNode): void {
  for (const figure of root.querySelectorAll<HTMLElement>('figure.chart[data-readings]')) exploreFigure(figure);
}

function exploreFigure(figure: HTMLElement): void {
  const sentences: string[] = JSON.parse(figure.dataset.readings ?? '[]');
  const area = figure.querySelector<HTMLElement>('.drawings');
  const readout = figure.querySelector<HTMLElement>('.readout');
  if (!area || !readout || area.dataset.explored !== undefined) return;
  area.dataset.explored = '';
  area.tabIndex = 0;
  area.setAttribute('role', 'group');
  area.setAttribute('aria-label', 'Figures of the chart: the arrow keys go from one to the next');
  const hint = 'Point at the chart, or move along it with the arrow keys, to read each figure.';
  readout.textContent = hint;
  readout.classList.add('on');

  const drawings = [...area.querySelectorAll<SVGSVGElement>('svg.plot')].map((svg) => {
    const places = placesOf(svg.dataset as Record<string, string>);
    return { svg, places, cursor: cursorIn(select<SVGSVGElement, unknown>(svg), places) };
  });
  let present: number | null = null;
  const show = (index: number | null) => {
    if (index === present) return;
    present = index;
    readout.textContent = index === null ? hint : (sentences[index] ?? hint);
    for (const { cursor } of drawings) cursor(index);
  };
  for (const { svg, places } of drawings)
    select(svg)
      .on('pointermove pointerdown', (event: PointerEvent) => {
        if (places.xs.length > 0) show(bisectCenter(places.xs, pointer(event, svg)[0]));
      })
      .on('pointerleave', (event: PointerEvent) => {
        if (event.pointerType === 'mouse') show(null);
      });
  area.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = indexAfter(event.key, present, sentences.length);
    if (event.key === 'Escape') show(null);
    if (next === null) return;
    event.preventDefault();
    show(next);
  });
  area.addEventListener('blur', () => show(null));
}

/** A line through a period with a ring round its figure; answers how to put it somewhere, or away. */
function cursorIn(svg: Selection<SVGSVGElement, unknown, null, undefined>, { xs, ys, top, bottom }: Places) {
  const group = svg.append('g').attr('class', 'cursor').attr('visibility', 'hidden').attr('aria-hidden', 'true');
  const line = group.append('path');
  const ring = group.append('circle').attr('r', 7);
  return (index: number | null): void => {
    const x = index === null ? undefined : xs[index];
    group.attr('visibility', x === undefined ? 'hidden' : null);
    if (x === undefined || index === null) return;
    const y = ys[index] ?? null;
    line.attr('d', `M${x} ${top}V${bottom}`);
    ring.attr('visibility', y === null ? 'hidden' : null);
    if (y !== null) ring.attr('cx', x).attr('cy', y);
  };
}
