import type { FrozenRow } from '@/lib/edition/edition';
import type { EditionChange } from '@/lib/edition/edition-change';
import { isRed, standingColour } from '@/lib/target/judged-status';
import { listed } from '@/lib/text/number-in-words';
import { formatDate } from '@/lib/time/period';
import type { Block, Line } from './paper';
import type { PaperSource, Since } from './paper-source';

/** What has changed since the committee last met, in groups from the worst; or why nothing can be said of it. */
export function changesBlocks({ since, rows }: Pick<PaperSource, 'since' | 'rows'>): Block[] {
  const paragraph = (text: string): Block => ({ kind: 'paragraph', line: [{ text }] });
  const heading: Block = { kind: 'heading', level: 2, text: headingOf(since) };
  if (since.kind === 'first')
    return [heading, paragraph('This is the first edition, so there is nothing to compare it with.')];
  if (since.kind === 'none')
    return [
      heading,
      paragraph(
        `No edition of this scorecard had been published when ${since.committee} met, so there is nothing to compare with.`,
      ),
    ];
  if (since.kind === 'same')
    return [
      heading,
      paragraph(
        `Nothing has been published since: edition ${since.edition} was in force when ${since.meeting.committee} met on ${formatDate(since.meeting.day)}.`,
      ),
    ];
  if (since.kind === 'withdrawn')
    return [
      heading,
      paragraph(`Edition ${since.edition}, which stood then, has been withdrawn: nothing is compared with it.`),
    ];
  return [
    heading,
    {
      kind: 'table',
      caption: `${headingOf(since)}: what turned, what is worse, what was corrected`,
      columns: [
        { head: 'What', share: 17 },
        { head: `Against edition ${since.edition}`, share: 83 },
      ],
      rows: groupsOf(since, rows).map(({ name, lines }) => [
        [[{ text: name, manner: 'strong' }]],
        lines.length > 0 ? lines : [[{ text: 'None', tone: 'soft' }]],
      ]),
    },
  ];
}

function headingOf(since: Since): string {
  if (since.kind === 'none') return `What has changed since the meeting of ${formatDate(since.meeting)}`;
  if (since.kind === 'first') return 'What has changed';
  return since.meeting
    ? `What has changed since the meeting of ${formatDate(since.meeting.day)}`
    : `What has changed since edition ${since.edition}`;
}

type Changes = Since & { kind: 'changes' };
type Group = { name: string; lines: Line[] };

function groupsOf({ before, differences }: Changes, rows: FrozenRow[]): Group[] {
  const old = new Map(before.map((row) => [row.code, row]));
  const colourThen = (row: FrozenRow) => {
    const was = old.get(row.code);
    return was ? standingColour(was.rag) : undefined;
  };
  const turned = (colour: 'red' | 'amber' | 'green') =>
    rows.filter((row) => {
      const then = colourThen(row);
      return then !== undefined && then !== colour && standingColour(row.rag) === colour;
    });
  const sentences = (code: string, kinds: EditionChange[]) =>
    differences.filter((one) => one.code === code && kinds.includes(one.change)).map(({ sentence }) => sentence);
  const lineOf = (row: FrozenRow, kinds: EditionChange[]): Line => measureLine(row, sentences(row.code, kinds));
  const changed = (kind: EditionChange) =>
    differences.filter(({ change }) => change === kind).map((one) => measureLine(one, [one.sentence]));
  const turnedRed = turned('red');
  const worse = rows.filter((row) => row.travel.direction === 'worsening' && !turnedRed.includes(row));
  const still = rows.filter((row) => isRed(row.rag) && isRed(old.get(row.code)?.rag ?? { colour: null }));
  const turnedTo = (colour: 'red' | 'amber' | 'green', name: string) => ({
    name,
    lines: turned(colour).map((row) => lineOf(row, ['colour', 'judgement', 'figure'])),
  });
  const noColour = rows.filter((row) => standingColour(row.rag) === null && (colourThen(row) ?? null) !== null);
  const groups: (Group & { always?: true })[] = [
    { ...turnedTo('red', 'Turned Red'), always: true },
    turnedTo('amber', 'Turned Amber'),
    { ...turnedTo('green', 'Turned Green'), always: true },
    { name: 'No colour now', lines: noColour.map((row) => lineOf(row, ['colour', 'figure'])) },
    { name: 'Getting worse', lines: worse.map((row) => lineOf(row, ['figure', 'direction'])), always: true },
    { name: 'Still Red', lines: still.length > 0 ? [[{ text: stillWords(still) }]] : [], always: true },
    { name: 'Corrected', lines: changed('corrected'), always: true },
    { name: 'New target', lines: changed('target') },
    { name: 'New measures', lines: changed('new') },
    { name: 'Retired', lines: changed('retired') },
    { name: 'Actions', lines: [[{ text: actionWords(rows) }]], always: true },
  ];
  return groups.filter(({ lines, always }) => always || lines.length > 0);
}

/** '5, Average time to decide on a match: 167 for Jul 2018; was 191 for May 2018.' */
const measureLine = ({ number, title }: { number: number; title: string }, sentences: string[]): Line => [
  { text: `${number}, ${title}${sentences.length > 0 ? ':' : ''} ${sentences.join(' ')}`.trim() },
];

const stillWords = (rows: FrozenRow[]): string =>
  `${rows.length === 1 ? 'Measure' : 'Measures'} ${listed(rows.map(({ number }) => String(number)))}.`;

/** '15 actions are recorded; 1 has a date.' */
function actionWords(rows: FrozenRow[]): string {
  const actions = rows.flatMap((row) => row.actions);
  const dated = actions.filter(({ due }) => due !== null).length;
  if (actions.length === 0) return 'No action is recorded.';
  const all = actions.length === 1 ? '1 action is recorded' : `${actions.length} actions are recorded`;
  const dates =
    dated === 0
      ? 'none has a date'
      : dated === actions.length
        ? 'each has a date'
        : `${dated} ${dated === 1 ? 'has' : 'have'} a date`;
  return `${all}; ${dates}.`;
}
