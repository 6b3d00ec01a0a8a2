import { saveReading } from '@/db/commands/reading/reading-save';
import { approveReading, submitReading } from '@/db/commands/reading/reading-steps';
import { publishEdition } from '@/db/commands/release/publish-edition';
import { connect } from '@/db/connection/client';
import { personById } from '@/db/facts/person';
import { releasePage } from '@/db/queries/release/release-page';
import { readings } from '@/db/schema';
import { shift } from '@/lib/time/period';

/**
 * What a crash interrupts: Olive saves and submits one period after another, Hana approves, Ada publishes every fifth time.
 * Each step that is acknowledged is told on standard output before the next begins.
 */
const [olive, hana, ada] = process.argv.slice(2).map(Number) as [number, number, number];
const { db } = connect({ max: 2 });
const tell = (words: string) => process.stdout.write(`${words}\n`);
const at = () => new Date().toISOString();
const acting = (who: number) => ({ who, at: at(), today: '2026-08-17' });
const content = (value: string) => ({
  value,
  numerator: null,
  denominator: null,
  missing: null,
  expectedOn: null,
  provisional: false,
  unusual: null,
  comments: `The figure is ${value}.`,
  actions: [{ text: 'Go on', owner: 'Head of Buses', due: null }],
  publicNote: null,
  revisionReason: null,
  completed: [],
});

for (let n = await db.$count(readings); n < 150; n += 1) {
  const { start } = shift({ frequency: 'monthly', start: '2012-01-01' }, n);
  const saved = await saveReading(db, acting(olive), {
    code: 'bus-01',
    periodStart: start,
    version: null,
    content: content(String(80 + (n % 15))),
  });
  tell(`saved ${saved.readingId}`);
  await submitReading(db, acting(olive), saved);
  tell(`submitted ${saved.readingId}`);
  await approveReading(db, acting(hana), saved);
  tell(`approved ${saved.readingId}`);
  if (n % 5 !== 4) continue;
  const person = await personById(db, ada);
  const page = person && (await releasePage(db, person, 'buses', '2026-08-17'));
  const acknowledged = page?.findings.warnings.map(({ id }) => ({ finding: id, reason: 'Still being entered.' })) ?? [];
  const publication = { service: 'buses', asAt: '2026-08-17', note: null, seen: null, acknowledged };
  const { number } = await publishEdition(db, acting(ada), publication);
  tell(`published ${number}`);
}
process.exit();
