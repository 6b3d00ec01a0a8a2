import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { confirmHistory } from '@/db/commands/elsewhere/history-steps';
import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { openRecord } from '@/db/events/opening';
import { nextEdition } from '@/db/facts/edition/next-edition';
import { measurePage } from '@/db/queries/measure/measure-page';
import { servicesAtWork } from '@/db/queries/overview/late-readings';
import { editionInForce, rowsOf } from '@/db/queries/published/in-force';
import { frozenPage, readingsPublished } from '@/db/queries/published/measures';
import { readingForm } from '@/db/queries/reading/reading-form';
import { readingPage } from '@/db/queries/reading/reading-page';
import { workingScorecard } from '@/db/queries/service/working-scorecard';
import { verifyRecord } from '@/db/queries/verify/verify';
import { workOf } from '@/db/queries/work/work';
import { editions, historyFigures } from '@/db/schema';
import { trendOf } from '@/lib/edition/trend-of';
import { statusAt } from '@/lib/status/data-status';
import { trendSummary } from '@/lib/trend/trend-summary';
import { laid, months } from '../../support/bring-in/laid-history';
import { refusal } from '../../support/council/one-measure-council';
import { at, content, refused, today, workingCouncil } from '../../support/council/working-council';
import { linesOf, measureFile } from '../../support/open-data/measure-file';
import { freshDatabase } from '../../support/server/fresh-database';

const { db } = await freshDatabase({ max: 8 });
const council = await workingCouncil(db, { buses: 2, from: '2026-03-01' });
const { as, person, buses, measures } = council;
await openRecord(db, at);
const [bus] = measures;
if (!bus) throw new Error('there is no bus');

const where = 'the annual report';
const on = '2026-06-20';
// Eighteen months until May 2026; June and July are entered here.
const values = [
  '80',
  '82',
  '81',
  '83',
  '82',
  '80',
  '81',
  '83',
  '82',
  '81',
  '80',
  '82',
  '83',
  '81',
  '82',
  '80',
  '81',
  '82',
];
const batch = await laid(db, council, { rows: months(bus.id, '2024-12-01', values), where, on });
const next = () => nextEdition(db, buses, today, 'signed');
const publish = async () => {
  const { findings } = await next();
  const acknowledged = findings.warnings.map(({ id: finding }) => ({ finding, reason: 'Known' }));
  return publishEdition(db, as('Ada'), { service: 'buses', asAt: today, note: null, acknowledged });
};

describe('while they wait', () => {
  test('nothing is shown of them, and they block the first edition, with the way to them', async () => {
    const { findings, rows } = await next();
    expect(findings.blockers).toEqual([
      {
        id: 'history',
        sentence:
          '18 figures of one measure, published elsewhere, wait for Hana: they are confirmed or thrown away before the first edition.',
        href: '/services/buses/history-from-elsewhere',
      },
    ]);
    expect(rows[0]?.trend.points).toEqual([]);
    expect(await refused(publish())).toMatch(/^18 figures of one measure, published elsewhere, wait for Hana/);
    const page = await measurePage(db, await person('Hana'), 'bus-01', today);
    expect(page?.readings).toEqual([]);
    expect((await workingScorecard(db, await person('Olive'), 'buses', today))?.elsewhere).toHaveLength(1);
  });

  test('past every rule of ours the database lets no edition out', async () => {
    const edition = {
      serviceId: buses.id,
      number: 1,
      asAt: today,
      publishedAt: at,
      publishedBy: council.id.Ada,
      publisher: 'performance officer',
      comparisonYear: '2025/26',
      serviceName: 'Buses',
      sha256: 'a'.repeat(64),
    };
    expect(await refusal(db.insert(editions).values(edition))).toBe('no_edition_while_history_waits');
  });
});

describe('once they are confirmed', () => {
  test('the working pages show them, marked, and nothing of their periods is overdue or asked for', async () => {
    await confirmHistory(db, as('Hana'), { id: batch });
    const page = await measurePage(db, await person('Olive'), 'bus-01', today);
    expect(page?.readings).toHaveLength(18);
    expect(page?.readings[0]).toMatchObject({ start: '2026-05-01', value: '82', elsewhere: { where, on } });
    const work = await workOf(db, await person('Olive'), today);
    const asked = work.items.filter(({ code }) => code === 'bus-01').map(({ period }) => period?.start);
    expect(asked).toEqual(['2026-06-01', '2026-07-01']);
    const scorecard = await workingScorecard(db, await person('Olive'), 'buses', today);
    expect(scorecard?.elsewhere).toEqual([]);
    expect(scorecard?.rows[0]?.current).toMatchObject({ text: '82%', marks: ['h'] });
  });

  test('they came neither on time nor late, and are not missing', async () => {
    const shown = await servicesAtWork(db, await person('Ada'), today);
    const missing = shown?.months.reduce((sum, month) => sum + month.missing, 0);
    // June of three measures was due on 14 July and July on 14 August; of March to May those of the two other measures.
    expect(missing).toBe(3 * 2 + 2 * 3);
    expect(shown?.months.every(({ onTime, late }) => onTime === 0 && late === 0)).toBe(true);
  });

  test('the form of a reading knows what came before, and what is usual', async () => {
    const form = await readingForm(db, await person('Olive'), 'bus-01', '2026-06-01', today);
    expect(await form?.usual()).toEqual(values.toReversed().slice(0, 12));
    const page = await readingPage(db, await person('Olive'), 'bus-01', '2026-06-01', today);
    expect(page?.previous).toMatchObject({
      figure: '82%',
      comments: null,
      elsewhere: 'published in the annual report of 20 June 2026, not in this portal',
    });
    const saved = await saveReading(db, as('Olive'), {
      code: 'bus-01',
      periodStart: '2026-06-01',
      version: null,
      content: content({ value: '12' }),
    });
    expect(await refused(submitReading(db, as('Olive'), saved))).toMatch(
      /^12% is far from the last 12 figures, which lie around 82%/,
    );
    await saveReading(db, as('Olive'), {
      code: 'bus-01',
      periodStart: '2026-06-01',
      version: 1,
      content: content({ value: '90' }),
    });
  });

  test('a period of theirs is not entered as well, and its page says why', async () => {
    const page = await readingPage(db, await person('Olive'), 'bus-01', '2026-04-01', today);
    expect(page).toMatchObject({
      steps: [],
      whyNot:
        'This figure was published in the annual report of 20 June 2026, not in this portal. It came in as history, and is not entered here as well.',
    });
    const attempt = saveReading(db, as('Olive'), {
      code: 'bus-01',
      periodStart: '2026-04-01',
      version: null,
      content: content(),
    });
    expect(await refused(attempt)).toBe(
      'The figure of this period was published elsewhere and came in as history: it is not entered here as well.',
    );
  });
});

describe('the first edition freezes them with their mark', () => {
  test('row, trend, process control, direction, sheet and file; and the record verifies', async () => {
    const reading = content({ value: '84', unusual: 'A new depot.' });
    const june = { code: 'bus-01', periodStart: '2026-06-01', version: 2, content: reading };
    const saved = await saveReading(db, as('Olive'), june);
    await approveReading(db, as('Hana'), await submitReading(db, as('Olive'), saved));
    const { number } = await publish();
    expect(number).toBe(1);
    const edition = await editionInForce(db, 'buses', '2026-08-18T00:00:00Z');
    const id = edition?.id ?? 0;
    const [row] = await rowsOf(db, id);
    expect(row?.trend.points.filter(({ elsewhere }) => elsewhere)).toHaveLength(18);
    expect(row?.current).toMatchObject({ text: '84%', marks: [] });
    expect(row?.previous).toMatchObject({ text: '82%', marks: ['h'] });
    expect(row?.travel.direction).toBe('improving');
    expect(row?.notes).toEqual([
      'Published elsewhere: the figure in May 2026 that it is compared with and 18 earlier figures of the trend were published in the annual report of 20 June 2026, not in this portal.',
    ]);
    const schedule = row?.schedule;
    expect(schedule && statusAt(schedule, today).sentence).toBe(
      'Overdue: July 2026 was due by 14 August 2026, 3 days ago.',
    );
    const page = await frozenPage(db, id, 'bus-01');
    const sheet = page?.sheet;
    if (!sheet || sheet.process.refused !== null) throw new Error('there is no process control');
    expect(sheet.process.elsewhere).toBe(18);
    expect(sheet.process.segments.at(-1)?.limits).toBeTruthy();
    const shown = await readingsPublished(db, { editionId: id, code: 'bus-01', most: 60 });
    expect(shown.filter(({ elsewhere }) => elsewhere)).toHaveLength(18);
    expect(trendSummary(trendOf(sheet, shown))).toContain(
      '18 figures were published in the annual report of 20 June 2026, not in this portal',
    );
    const csv = measureFile('Buses', sheet, shown, { name: 'Testshire', areaCode: null, licence: null });
    expect(linesOf(csv).find((line) => line.period_start === '2026-05-01')).toMatchObject({
      value: '82',
      status_marker: '[h]',
      source: 'Published in the annual report of 20 June 2026, not in this portal',
    });
    expect((await verifyRecord(db)).tampered).toBeNull();
  });

  test('after it none comes in any more, past our rules neither', async () => {
    const rows = months(measures[1]?.id ?? 0, '2026-01-01', ['1']);
    expect(await refused(laid(db, council, { rows }))).toBe(
      'Buses has published edition 1 already: figures that were published elsewhere come in before the first one.',
    );
    const insert = db.execute(
      `insert into history_batches (service_id, published_in, published_on, laid_by, laid_at, authors, figures, measures, content_hash)
       values (${buses.id}, 'here', '2026-06-01', ${council.id.Ada}, now(), '{${council.id.Ada}}', 1, 1, repeat('a', 64))`,
    );
    expect(await refusal(insert)).toBe('history_comes_before_editions');
    expect(await db.select().from(historyFigures).where(eq(historyFigures.measureId, bus.id))).toHaveLength(18);
  });
});
