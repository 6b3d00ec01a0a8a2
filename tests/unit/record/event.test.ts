import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainText, chainTextAround } from '@/lib/record/chain-text';
import { eventKinds, type Happening, subjects } from '@/lib/record/event';

const id = fc.nat();
const words = fc.string({ unit: 'binary' });
const happenings: fc.Arbitrary<Happening> = fc.record({
  at: fc
    .date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2099-12-31') })
    .map((day) => day.toISOString()),
  actorId: fc.option(id),
  serviceId: fc.option(id),
  kind: fc.constantFrom(...eventKinds),
  subject: fc.constantFrom(...subjects),
  subjectId: id,
  details: fc.dictionary(words, fc.oneof(words, id, fc.boolean(), fc.constant(null), fc.array(words))),
});

test('the parts of an event before and after the last hash are the text that is hashed', () => {
  fc.assert(
    fc.property(happenings, fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)), (happening, previous) => {
      const { before, after } = chainTextAround(happening);
      expect(`${before}${JSON.stringify(previous)}${after}`).toBe(chainText(happening, previous));
    }),
  );
});
