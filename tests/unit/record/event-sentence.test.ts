import { describe, expect, test } from 'vitest';
import { type EventKind, eventKinds } from '@/lib/record/event';
import { eventSentence } from '@/lib/record/event-sentence';

const july = { measure: 8, code: 'bus-08', period: 'July 2018', periodStart: '2018-07-01', revision: 0, version: 3 };
const sentenceOf = (kind: EventKind, details: Record<string, unknown> = {}, who: string | null = 'Hana Malik') =>
  eventSentence({ kind, details, who });

test.each([
  ['reading_saved', { ...july, first: true }, 'Hana Malik began July 2018 for measure 8.'],
  [
    'reading_saved',
    { ...july, changed: ['figure', 'comments'] },
    'Hana Malik changed the figure and the comments of July 2018 for measure 8 (version 3).',
  ],
  [
    'reading_saved',
    { ...july, changed: ['comments'], accepted: true },
    'Hana Malik accepted the suggested wording for July 2018 for measure 8 (version 3).',
  ],
  [
    'council_begun',
    { council: 'Westmere', areaCode: null, administrator: 'Hana Malik' },
    'Hana Malik set up Westmere, with Hana Malik as administrator and performance officer.',
  ],
  [
    'small_counts_decided',
    { service: 'Buses', decision: 'counts from 1 to 5 are hidden', decidedBy: 'Cabinet', reason: 'They are few.' },
    'Hana Malik recorded a decision on small counts for every measure of Buses without its own: counts from 1 to 5 are hidden, decided by Cabinet: They are few.',
  ],
  [
    'exception_refused',
    { ...july, reason: 'They did not.' },
    'Hana Malik refused to show July 2018 for measure 8, which stays hidden: They did not.',
  ],
  [
    'exception_withdrawn',
    { ...july, reason: 'They did not.' },
    'Hana Malik took back that July 2018 for measure 8 is shown although it is small: They did not.',
  ],
  [
    'step_refused',
    { ...july, step: 'confirm_exception', why: 'Only the head can.' },
    'Hana Malik tried to confirm that small figures are shown in July 2018 for measure 8, and was told: “Only the head can.”',
  ],
  ['signed_in', { by: 'set_up' }, 'Hana Malik signed in by setting up the council.'],
  ['reading_submitted', july, 'Hana Malik submitted July 2018 for measure 8 (version 3).'],
  ['reading_withdrawn', july, 'Hana Malik withdrew July 2018 for measure 8.'],
  ['reading_approved', july, 'Hana Malik approved July 2018 for measure 8, seen as version 3.'],
  [
    'reading_approved',
    { ...july, for: 'Grace Lee' },
    'Hana Malik, for Grace Lee, approved July 2018 for measure 8, seen as version 3.',
  ],
  [
    'reading_returned',
    { ...july, reason: 'Say more.', suggested: 'It rained.' },
    'Hana Malik returned July 2018 for measure 8, with suggested wording: Say more.',
  ],
  ['correction_begun', july, 'Hana Malik began a correction of July 2018 for measure 8.'],
  [
    'step_refused',
    { ...july, step: 'approve', why: 'Not your own.' },
    'Hana Malik tried to approve July 2018 for measure 8, and was told: “Not your own.”',
  ],
  [
    'step_refused',
    { step: 'publish', why: 'Only Ada.' },
    'Hana Malik tried to publish an edition, and was told: “Only Ada.”',
  ],
  [
    'step_refused',
    { step: 'move', number: 3, why: 'Only Ada.' },
    'Hana Malik tried to move a release, and was told: “Only Ada.”',
  ],
  [
    'step_refused',
    { step: 'enter_comparator', measure: 3, code: 'bus-03', why: 'Only Ada.' },
    'Hana Malik tried to enter figures of others beside measure 3, and was told: “Only Ada.”',
  ],
  [
    'comparator_entered',
    { measure: 3, name: 'England', figures: 1 },
    'Hana Malik entered 1 figure of England beside measure 3.',
  ],
  [
    'comparator_removed',
    { measure: 3, name: 'England', reason: 'It is withdrawn.' },
    'Hana Malik removed the figures of England beside measure 3: It is withdrawn.',
  ],
  [
    'edition_published',
    { number: 2, asAt: '2018-08-17', acknowledged: [{}] },
    'Hana Malik published edition 2, as at 17 August 2018, with 1 warning answered.',
  ],
  [
    'role_given',
    { role: 'performance_officer', name: 'Ada Byrne' },
    'Hana Malik gave Ada Byrne the role of performance officer.',
  ],
  ['owner_named', { code: 'csc-08', owner: null }, 'Hana Malik left csc-08 without a data owner.'],
  [
    'owner_named',
    { code: 'csc-08', owner: null, was: 'Olive Turner' },
    'Hana Malik left csc-08, which Olive Turner owned, without a data owner.',
  ],
  [
    'owner_named',
    { code: 'csc-08', owner: 'Otis Grant', was: 'Olive Turner' },
    'Hana Malik named Otis Grant as data owner of csc-08 in place of Olive Turner.',
  ],
  ['head_named', { head: null }, 'Hana Malik left the service without a head.'],
  [
    'head_named',
    { head: null, was: 'Hester Lowe' },
    'Hana Malik left the service, which Hester Lowe headed, without a head.',
  ],
  [
    'head_named',
    { head: 'Zoe Park', was: 'Hester Lowe' },
    'Hana Malik named Zoe Park as head of service in place of Hester Lowe.',
  ],
  [
    'deputy_named',
    { deputy: 'Dev Shah', fromDay: '2018-08-13', untilDay: '2018-09-14' },
    'Hana Malik named Dev Shah as deputy from 13 August 2018 to 14 September 2018.',
  ],
  [
    'service_changed',
    {
      service: 'Buses',
      changes: [
        ['the name', 'Buses', 'Buses and coaches'],
        ['the notice', '', 'Counted by depots.'],
      ],
    },
    'Hana Malik changed Buses: the name from “Buses” to “Buses and coaches”, and the notice from nothing to “Counted by depots.”',
  ],
  [
    'measure_mended',
    { measure: 3, changes: [['the title', 'Bueses', 'Buses']], reason: 'A typo.' },
    'Hana Malik mended a slip in measure 3: the title from “Bueses” to “Buses”: A typo.',
  ],
  [
    'target_set',
    { measure: 3, period: 'April 2018', target: 'at least 110', was: 'at least 95', reason: 'More teams.' },
    'Hana Malik set the target of measure 3 from April 2018: at least 110 instead of at least 95: More teams.',
  ],
  [
    'outturn_set',
    { measure: 3, year: '2017/18', value: '81%', was: '' },
    'Hana Malik entered the outturn of measure 3 for 2017/18: 81%.',
  ],
  [
    'committee_changed',
    { name: 'Travel', changes: [['the services', 'Buses', 'Buses, Trams']] },
    'Hana Malik changed the committee Travel: the services from “Buses” to “Buses, Trams”.',
  ],
  [
    'holiday_proclaimed',
    { day: '2019-05-10', name: 'Early May bank holiday', insteadOf: '2019-05-06' },
    'Hana Malik entered the bank holiday on 10 May 2019, Early May bank holiday, instead of 6 May 2019.',
  ],
  [
    'meeting_dropped',
    { committee: 'Travel', day: '2018-09-06', reason: 'No business.' },
    'Hana Malik dropped the meeting of Travel on 6 September 2018: No business.',
  ],
  [
    'theme_set',
    { measure: 3, theme: 'Getting about', was: 'Travel' },
    'Hana Malik put measure 3 under the theme Getting about instead of Travel.',
  ],
  [
    'outturn_set',
    { measure: 3, year: '2018/19', value: '99.5%', was: '', how: 'pooled', source: 'Pooled: 4,268 of 4,290' },
    'Hana Malik confirmed the outturn of measure 3 for 2018/19: 99.5% (Pooled: 4,268 of 4,290).',
  ],
  [
    'outturn_set',
    {
      measure: 3,
      year: '2018/19',
      value: '82%',
      was: '81%',
      how: 'typed',
      reason: 'A slip.',
      provisional: 'March is late.',
    },
    'Hana Malik entered the outturn of measure 3 for 2018/19: 82% instead of 81%: A slip, provisional: March is late.',
  ],
  [
    'outturn_set',
    { measure: 3, year: '2018/19', value: 'none', was: '', how: 'typed', reason: 'Nobody counted.' },
    'Hana Malik entered the outturn of measure 3 for 2018/19: none: Nobody counted.',
  ],
  [
    'file_brought_in',
    { file: 'Children Q1.xlsx', counts: { create: 12, change: 3, same: 40, refuse: 2 } },
    'Hana Malik brought in the file Children Q1.xlsx: 12 added, 3 changed, 40 left as they were, 2 refused.',
  ],
  [
    'measure_added',
    { measure: 3, title: 'Buses', import: { id: 1, file: 'Children Q1.xlsx', sha256: 'a' } },
    'Hana Malik, by the file Children Q1.xlsx, added measure 3, Buses.',
  ],
] as const)('%s reads as a sentence', (kind, details, sentence) => expect(sentenceOf(kind, details)).toBe(sentence));

test.each([
  [
    'reading_submitted',
    { ...july, version: 1, system: { id: 1, name: 'Finance system', madeBy: 2 } },
    'Finance system, for which Hana Malik answers, submitted July 2018 for measure 8 (version 1).',
  ],
  [
    'system_added',
    { name: 'Finance system', responsible: 'Rita Rao', untilDay: '2019-03-31', measures: ['csc-01', 'csc-02'] },
    'Hana Malik made a token for Finance system, for which Rita Rao answers, until 31 March 2019, to send readings of csc-01, csc-02.',
  ],
  [
    'system_scoped',
    { name: 'Finance system', added: ['csc-03'], removed: ['csc-01', 'csc-02'] },
    'Hana Malik let Finance system send csc-03 as well, and csc-01, csc-02 no more.',
  ],
  ['system_ended', { name: 'Finance system' }, 'Hana Malik revoked the token of Finance system.'],
  [
    'system_ended',
    { name: 'Finance system', reason: 'Rita Rao, who answered for it, has left' },
    'Hana Malik revoked the token of Finance system: Rita Rao, who answered for it, has left.',
  ],
  [
    'step_refused',
    { step: 'send_reading', why: 'No.', system: { id: 1, name: 'Finance system', madeBy: 2 } },
    'Finance system, for which Hana Malik answers, tried to send a reading, and was told: “No.”',
  ],
] as const)('%s of a system reads as a sentence', (kind, details, sentence) =>
  expect(sentenceOf(kind, details)).toBe(sentence),
);

test('a stranger who is refused at sign-in is not called an administrator', () =>
  expect(sentenceOf('sign_in_refused', { why: 'unknown' }, null)).toBe(
    'Somebody was refused at sign-in: nobody has this address.',
  ));

describe('every kind', () => {
  test.each(eventKinds)('%s is a sentence, whatever its details hold', (kind) => {
    for (const details of [{}, july, { name: 'Ada', role: 'councillor', why: 'x', reason: 'y', changed: 7 }]) {
      expect(sentenceOf(kind, details)).toMatch(/^Hana Malik(, .*,)? \S.*[.”]$/s);
      expect(sentenceOf(kind, details)).not.toMatch(/undefined|null|\[object|\.\.$/);
      expect(sentenceOf(kind, details, null)).toMatch(
        /^(Somebody at the command line|Somebody was refused at sign-in|The portal could not release|The portal wrote down|The portal offered)/,
      );
    }
  });
});

test('an archive that leaves passwords behind says so, as the act of nobody', () => {
  const sentence = sentenceOf('record_opened', { archived: true }, null);
  expect(sentence).toBe('The portal was archived, and left everybody’s password and every system’s token behind.');
});
