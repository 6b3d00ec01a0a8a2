import type { Token } from '@/lib/commentary/words/sentences';

/** What words claim of a figure: against an earlier one. */
export type Change = 'up' | 'down' | 'better' | 'worse' | 'steady' | 'nearly steady';

/** A claim of change among the tokens of a sentence: its first token and the one behind its last. */
export type Claim = { change: Change; kind: 'verb' | 'noun' | 'adjective'; first: number; next: number };

const verbs = new Map<string, Change>(
  (
    [
      ['up', 'rose risen increased climbed grew grown jumped rises increases climbs'],
      [
        'down',
        'fell fallen decreased reduced dropped declined shrank shrunk dipped plunged falls decreases drops declines',
      ],
      ['better', 'improved improves recovered'],
      ['worse', 'worsened deteriorated worsens deteriorates slipped'],
    ] as const
  ).flatMap(([change, words]) => words.split(' ').map((word): [string, Change] => [word, change])),
);
const nouns = new Map<string, Change>(
  (
    [
      ['up', 'increase rise'],
      ['down', 'decrease reduction fall drop decline dip'],
      ['better', 'improvement'],
      ['worse', 'deterioration worsening'],
    ] as const
  ).flatMap(([change, words]) => words.split(' ').map((word): [string, Change] => [word, change])),
);
const adjectives = new Map<string, Change>([
  ['higher', 'up'],
  ['up', 'up'],
  ['lower', 'down'],
  ['down', 'down'],
  ['better', 'better'],
  ['worse', 'worse'],
  ['unchanged', 'steady'],
  ['identical', 'steady'],
  ['stable', 'nearly steady'],
  ['steady', 'nearly steady'],
  ['static', 'nearly steady'],
]);
const bases = new Map<string, Change>([
  ['rise', 'up'],
  ['increase', 'up'],
  ['grow', 'up'],
  ['climb', 'up'],
  ['fall', 'down'],
  ['decrease', 'down'],
  ['drop', 'down'],
  ['decline', 'down'],
  ['reduce', 'down'],
  ['improve', 'better'],
  ['worsen', 'worse'],
  ['deteriorate', 'worse'],
]);
const progressive = new Map<string, Change>([
  ['rising', 'up'],
  ['increasing', 'up'],
  ['growing', 'up'],
  ['falling', 'down'],
  ['decreasing', 'down'],
  ['declining', 'down'],
  ['dropping', 'down'],
  ['improving', 'better'],
  ['worsening', 'worse'],
  ['deteriorating', 'worse'],
]);

const being = new Set(
  'is are was were be been being got getting become became remains remained stays stayed stands stood now'.split(' '),
);
const degrees = new Set(
  'slightly significantly much marginally considerably a little further even far still again well'.split(' '),
);
const articles = new Set(
  'a an the this that another further slight small significant sharp marginal welcome modest big large considerable steady continued clear slightly real marked'.split(
    ' ',
  ),
);
const behindAdjective =
  /^(?:than|from|on|by|at|with|since|compared|against|again|this|in|for|and|but|over|to|\d.*|[.,;:!)])$/;

/** The claim of change that begins at a token, or null. */
function claimAt(tokens: Token[], at: number): Claim | null {
  const lower = (steps: number) => tokens[at + steps]?.lower ?? '';
  const word = lower(0);
  const claim = (change: Change | undefined, kind: Claim['kind'], length = 1): Claim | null =>
    change ? { change, kind, first: at, next: at + length } : null;
  if (/^(?:went|gone|going|gone)$/.test(word) && /^(?:up|down)$/.test(lower(1)))
    return claim(lower(1) as Change, 'verb', 2);
  if (/^(?:continues|continued|continuing)$/.test(word) && lower(1) === 'to' && bases.has(lower(2)))
    return claim(bases.get(lower(2)), 'verb', 3);
  if (verbs.has(word)) return claim(verbs.get(word), 'verb');
  if (word === 'no' && lower(1) === 'change') return claim('steady', 'noun', 2);
  if (word === 'the' && lower(1) === 'same' && (lower(2) === 'as' || /^[.,;]?$/.test(lower(2))))
    return claim('steady', 'adjective', 2);
  const before = lower(-1);
  if (
    progressive.has(word) &&
    (/^(?:is|are|been|was|were)$/.test(before) || (degrees.has(before) && being.has(lower(-2))))
  )
    return claim(progressive.get(word), 'verb');
  if (nouns.has(word) && (articles.has(before) || at === 0)) return claim(nouns.get(word), 'noun');
  const follows =
    being.has(before) || (degrees.has(before) && being.has(lower(-2))) || at === 0 || /^[,(–—-]$/.test(before);
  // A longer way round: “lower and therefore better”.
  const joined =
    /^(?:and|therefore)$/.test(before) &&
    tokens.slice(Math.max(0, at - 4), at).some((one) => adjectives.has(one.lower));
  if (adjectives.has(word) && (follows || joined) && (lower(1) === '' || behindAdjective.test(lower(1))))
    return claim(adjectives.get(word), 'adjective');
  return null;
}

/** Every claim of change of a sentence, in order. */
export function claimsIn(tokens: Token[]): Claim[] {
  const claims: Claim[] = [];
  for (let at = 0; at < tokens.length; ) {
    const claim = claimAt(tokens, at);
    if (claim) claims.push(claim);
    at = claim?.next ?? at + 1;
  }
  return claims;
}

const opposites = new Map(
  'rose-fell risen-fallen increased-decreased increases-decreases rises-falls climbed-dropped improved-worsened improves-worsens up-down higher-lower better-worse increase-decrease rise-fall improvement-deterioration increasing-decreasing rising-falling improving-worsening'
    .split(' ')
    .flatMap((pair): [string, string][] => {
      const [one, other] = pair.split('-') as [string, string];
      return [
        [one, other],
        [other, one],
      ];
    }),
);

/** The word for the opposite change, in the same form; undefined where there is none that fits as it stands. */
export const oppositeOf = (word: string): string | undefined => opposites.get(word);
