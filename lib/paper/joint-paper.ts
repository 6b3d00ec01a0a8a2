import { scorecardAt, summaryAt } from '@/lib/scorecard/scorecard';
import { scorecardHeadline } from '@/lib/scorecard/scorecard-headline';
import type { ScorecardRow } from '@/lib/scorecard/scorecard-view';
import { listed } from '@/lib/text/number-in-words';
import { formatDate, londonDay } from '@/lib/time/period';
import { changesBlocks } from './changes-since';
import { countsTable, type ServiceSummary, summaryOfAll } from './counts-table';
import { countsOf, exceptionBlocks, judgedWords } from './cover';
import { everyMeasureBlocks } from './edition-paper';
import type { Block, Paper } from './paper';
import type { JointSource, PaperSource } from './paper-source';
import { contactWords, demonstrationBlocks, meaningBlocks, paragraph } from './reading-guide';

type Part = { source: PaperSource; date: string; all: ScorecardRow[] };

/**
 * The paper of a committee: the editions in force of its services together, exceptions first, then each service. The data status of
 * each is that of the day of its publication. Source: docs/rules.md, The committee paper.
 */
export function jointPaper(source: JointSource): Paper {
  const { committee, council, address, next, services } = source;
  const parts = services.map(partOf);
  const last = lastPublished(services);
  const what = next ? `performance for the meeting of ${formatDate(next)}` : 'performance of its services';
  return {
    title: `${committee.name}: ${what} – ${council.name}`,
    runningHead: {
      left: `${committee.name}${council.demonstration ? '. Demonstration' : ''}`,
      right: next ? `Meeting of ${formatDate(next)}` : `At ${formatDate(londonDay(last))}`,
    },
    foot: `${council.name} · ${address.replace(/^https?:\/\//, '')}`,
    author: council.name,
    description: `Paper of ${committee.name}: ${listed(services.map(editionWords))}.`,
    madeAt: new Date(last).toISOString(),
    blocks: [
      ...jointCoverBlocks(source, parts),
      ...parts.flatMap(({ source: { head }, all }) => underService(head.service.name, exceptionBlocks(all))),
      ...parts.flatMap(({ source: each }) => underService(each.head.service.name, changesBlocks(each))),
      ...parts.flatMap(({ source: each, all }) =>
        onItsPage(underService(each.head.service.name, everyMeasureBlocks(all, each))),
      ),
      ...meaningBlocks(services.flatMap(({ rows }) => rows)),
      ...originBlocks(source),
    ],
  };
}

function partOf(source: PaperSource): Part {
  const date = londonDay(source.head.publishedAt);
  return { source, date, all: scorecardAt(source.head, source.rows, date, { show: 'all', order: 'report' }).all };
}

/** The instant at which the latest of the editions was published. */
export const lastPublished = (services: PaperSource[]): string =>
  services
    .map(({ head }) => new Date(head.publishedAt).toISOString())
    .toSorted()
    .at(-1) ?? new Date(0).toISOString();

const editionWords = ({ head }: PaperSource): string => `${head.service.name}, edition ${head.number}`;

/** What the paper is for, its headline over all services, the counts of each, and what a reader must know first. */
function jointCoverBlocks({ committee, council, next, services, without }: JointSource, parts: Part[]): Block[] {
  const summaries = parts.map(
    ({ source: { head, rows }, date }): ServiceSummary => ({ head, summary: summaryAt(rows, date) }),
  );
  const all = summaryOfAll(summaries);
  const notices = [
    council.demonstration && `Demonstration. ${council.demonstration}`,
    ...services.flatMap(({ head }) =>
      [head.service.notice, head.note].flatMap((text) => (text ? [`${head.service.name}: ${text}`] : [])),
    ),
  ].filter((text): text is string => Boolean(text));
  return [
    { kind: 'eyebrow', text: committee.name },
    { kind: 'heading', level: 1, text: scorecardHeadline(all) },
    {
      kind: 'lead',
      text: `${next ? `For the meeting of ${formatDate(next)}. ` : ''}The scorecards in force of the ${services.length === 1 ? 'service that reports' : 'services that report'} to the committee: ${listed(services.map(editionWords))}.`,
    },
    ...notices.map((text): Block => ({ kind: 'paragraph', line: [{ text }], manner: 'notice' })),
    ...(without.length === 0 ? [] : [paragraph(withoutWords(without))]),
    ...(summaries.length > 1
      ? [countsTable(summaries, all)]
      : [{ kind: 'counts', counts: countsOf(all) } satisfies Block]),
    ...summaries.flatMap(({ head, summary }) =>
      judgedWords(summary).map(
        (text): Block => ({ kind: 'paragraph', manner: 'small', line: [{ text: `${head.service.name}: ${text}` }] }),
      ),
    ),
  ];
}

/** 'Libraries reports to the committee as well; no scorecard of it is in force.' */
const withoutWords = (names: string[]): string =>
  `${listed(names)} ${names.length === 1 ? 'reports' : 'report'} to the committee as well; no scorecard of ${names.length === 1 ? 'it' : 'theirs'} is in force.`;

/** The blocks of one service: each heading of the second level begins with its name, and so does what a table is called. */
const underService = (name: string, blocks: Block[]): Block[] =>
  blocks.map((block) => {
    const under = (text: string) => `${name}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
    if (block.kind === 'heading' && block.level === 2) return { ...block, text: under(block.text) };
    return block.kind === 'table' ? { ...block, caption: under(block.caption) } : block;
  });

/** Blocks that begin a page. */
const onItsPage = ([first, ...rest]: Block[]): Block[] =>
  first?.kind === 'heading' ? [{ ...first, page: true }, ...rest] : first ? [first, ...rest] : [];

/** Where the figures come from: each edition with its fingerprint. */
function originBlocks({ council, services, address }: JointSource): Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Where these figures come from' },
    paragraph(
      `This paper says what these editions say, figure by figure. A published edition is never changed; a correction is a further edition. Whether there is one can be read at ${address}.`,
    ),
    {
      kind: 'list',
      items: services.map(({ head, address: place }) => [
        { text: `${head.service.name}: `, manner: 'strong' },
        {
          text: `edition ${head.number}, as at ${formatDate(head.asAt)}, published on ${formatDate(londonDay(head.publishedAt))} by ${head.publisher}; every figure behind it at ${place}. Fingerprint (SHA-256): ${head.sha256}.`,
        },
      ]),
    },
    ...demonstrationBlocks(council),
    paragraph(contactWords(council)),
  ];
}
