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
    /** The last month that the figure covers, 'July 2018', or its year alone; empty where there is no figure yet. */
    covers: string;
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

/** Reads the table of a scorecard without knowing how it was made: the nine cells of the line of each measure, and the facts in its fold. */
export function cellsOfPage(html: string): PageCells[] {
  return [...html.matchAll(/<tbody id="[^"]*">(.*?)<\/tbody>/gs)].map(([, body = '']) => {
    const row = body.slice(0, body.indexOf('</tr>'));
    const cells = [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => plain(cell));
    const [number = '', title = '', , baseline = '', target = '', value = '', colour = '', direction = ''] = cells;
    const facts = plain(/<p class="note covers">(.*?)<\/p>/s.exec(body)?.[1] ?? '');
    const [, covers = '', unit = ''] =
      /^(?:Covers (.*?)\. )?(.*?), (?:monthly|quarterly|termly|half-yearly|annual)\./.exec(facts) ?? [];
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
        status: word(facts, statuses),
        covers: /(?:[A-Z][a-z]+ )?\d{4}$/.exec(covers)?.[0] ?? '',
      },
    };
  });
}
