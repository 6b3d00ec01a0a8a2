/** What the page of a scorecard shows of a measure, as plain numbers and words. */
export type PageCells = {
  number: string;
  title: string;
  unit: string;
  figures: {
    value: number | null;
    baseline: number | null;
    target: number | null;
    colour: string;
    direction: string;
    status: string;
    period: string;
  };
};

const plain = (html: string): string =>
  html
    .replaceAll(/<(svg|small)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The figure that a cell begins with; null for words, a marker or a range. */
function figure(cell: string): number | null {
  const [, digits] = /^(?:at (?:least|most) )?(−?£?[\d,]+(?:\.\d+)?)[%k]?(?: (?!to |and ).*)?$/.exec(cell) ?? [];
  return digits === undefined ? null : Number(digits.replaceAll(/[£,]/g, '').replace('−', '-'));
}

const word = (cell: string, words: Record<string, string>): string =>
  Object.entries(words).find(([shown]) => cell.includes(shown))?.[1] ?? '';

const colours = { Green: 'green', Amber: 'amber', Red: 'red' };
const directions = {
  Improving: 'improving',
  Worsening: 'worsening',
  'No change': 'no_change',
  Increasing: 'increasing',
  Decreasing: 'decreasing',
};
const statuses = { 'Up to date': 'up_to_date', Overdue: 'overdue', 'Not due': 'not_due' };

/** Reads the table of a scorecard without knowing how it was made: the twelve cells of the first row of each measure. */
export function cellsOfPage(html: string): PageCells[] {
  return [...html.matchAll(/<tbody id="[^"]*">(.*?)<\/tbody>/gs)].map(([, body = '']) => {
    const row = body.slice(0, body.indexOf('</tr>'));
    const cells = [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => plain(cell));
    const [number = '', title = '', unit = '', baseline = '', target = '', value = '', period = '', , ...rest] = cells;
    const [direction = '', colour = '', status = ''] = rest;
    return {
      number,
      title,
      unit,
      figures: {
        value: figure(value),
        baseline: figure(baseline),
        target: figure(target),
        colour: word(colour, colours),
        direction: word(direction, directions),
        status: word(status, statuses),
        period: period === 'none yet' ? '' : period,
      },
    };
  });
}
