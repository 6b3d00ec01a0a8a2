import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colours, colourWords } from '@/lib/target/colour';
import {
  isRed,
  judgedCount,
  judgedCounts,
  judgementSentence,
  otherColours,
  publishedJudgement,
  ragSentence,
  ruleCounts,
  standingColour,
  whyQuestion,
} from '@/lib/target/judged-status';

const reason = 'Half of July was a strike.';
const judged = { colour: 'green', reason, by: 'head of service' } as const;
const red = { colour: 'red', sentence: 'Red: 92 is below the target of at least 110, by 18.' } as const;

describe('the sentence of a judged colour', () => {
  test('says both: the judged one with who and why, and the rule’s with its sum', () => {
    expect(ragSentence({ ...red, judged })).toBe(
      'Judged Green by the head of service: Half of July was a strike. By the rule it is Red: 92 is below the target of at least 110, by 18.',
    );
    expect(ragSentence(red)).toBe(red.sentence);
  });

  test('ends once, however the reason ends', () => {
    const by = 'deputy of the head of service';
    const said = (words: string) => judgementSentence({ colour: 'amber', reason: words, by });
    expect(said('It was a strike')).toBe('Judged Amber by the deputy of the head of service: It was a strike.');
    expect(said('Who could have known?')).toMatch(/known\?$/);
    expect(said('It was a strike.. ')).toMatch(/a strike\.$/);
  });

  test('both colours are read, whichever they are, and the reason', () => {
    const pairs = colours.flatMap((rule) => otherColours(rule).map((colour) => ({ rule, colour })));
    expect(pairs).toHaveLength(6);
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.string({ minLength: 20 }), ({ rule, colour }, why) => {
        const said = ragSentence({ sentence: `${colourWords[rule]}: so.`, judged: { ...judged, colour, reason: why } });
        expect(said).toContain(`Judged ${colourWords[colour]} by the head of service`);
        expect(said.endsWith(`By the rule it is ${colourWords[rule]}: so.`)).toBe(true);
      }),
    );
  });

  test('the question names both', () => {
    expect(whyQuestion({ colour: 'red', judged })).toBe('Why is it judged green, and red by the rule?');
    expect(whyQuestion({ colour: 'red' })).toBe('Why is it red?');
    expect(whyQuestion({ colour: null })).toBe('Why no colour?');
  });
});

test('a judgement of a colour that the rule does not give any more is none', () => {
  const reading = { judged: { colour: 'green', rule: 'red', reason }, approvedByDeputy: true } as const;
  expect(publishedJudgement(reading, 'red')).toEqual({ colour: 'green', reason, by: 'deputy of the head of service' });
  for (const rule of ['green', 'amber', null] as const) expect(publishedJudgement(reading, rule)).toBeNull();
  expect(publishedJudgement({ approvedByDeputy: false }, 'red')).toBeNull();
  expect(publishedJudgement(null, 'red')).toBeNull();
});

describe('counts', () => {
  const one = fc
    .tuple(fc.constantFrom(...colours, null), fc.option(fc.constantFrom(...colours)))
    .map(([colour, other]) =>
      colour !== null && other !== null && other !== colour ? { colour, judged: { colour: other } } : { colour },
    );

  test('those that count and those by the rule differ by what is judged, and by nothing else', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (rags) => {
        const counts = judgedCounts(rags);
        const judgedRags = rags.flatMap(({ colour, judged: other }) => (other ? [[colour, other.colour]] : []));
        expect(counts?.count ?? 0).toBe(judgedRags.length);
        for (const colour of colours) {
          const standing = rags.filter((rag) => standingColour(rag) === colour).length;
          const came = judgedRags.filter(([, now]) => now === colour).length;
          const left = judgedRags.filter(([rule]) => rule === colour).length;
          const byRule = rags.filter((rag) => rag.colour === colour).length;
          expect(standing).toBe(byRule + came - left);
          if (counts) expect(counts[colour]).toBe(byRule);
        }
        expect(rags.filter((rag) => standingColour(rag) === null)).toHaveLength(
          rags.filter(({ colour }) => colour === null).length,
        );
      }),
    );
  });

  test('say how many are judged, and what there would be by the rule alone', () => {
    const counts = judgedCounts([{ colour: 'red', judged }, { colour: 'red' }, { colour: 'green' }, { colour: null }]);
    expect(counts).toEqual({ count: 1, green: 1, amber: 0, red: 2 });
    expect(judgedCount(counts ?? undefined)).toBe('; 1 of them judged (by the rule 1 Green, 2 Red)');
    expect(judgedCount(undefined)).toBe('');
    expect(ruleCounts({ green: 0, amber: 3, red: 0 })).toBe('3 Amber');
  });

  test('Red is what either of the two says', () => {
    expect(isRed({ colour: 'red', judged })).toBe(true);
    expect(isRed({ colour: 'amber', judged: { colour: 'red' } })).toBe(true);
    expect(isRed({ colour: 'amber', judged })).toBe(false);
  });
});
