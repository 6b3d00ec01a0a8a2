import type { Finding } from '@/lib/commentary/finding';
import type { ReadingText } from '@/lib/commentary/reading-text';
import { type Prose, quoted, type Sentence, type Token } from '@/lib/commentary/words/sentences';
import { readingValue } from '@/lib/figure/computed-value';
import { Exact } from '@/lib/figure/decimal';
import { shown, shownThreshold } from '@/lib/figure/figure';
import { round } from '@/lib/figure/rounding';
import { isSubjectBefore, type Subject } from './claim-subject';
import { isDenied, isElsewhere, isOtherTime } from './clause';

/** A claim about the target: what it says, and its first token and the one behind its last. */
type Aim = { says: 'met' | 'missed' | 'above' | 'below'; first: number; next: number };

const sayings = new Map<string, Aim['says']>(
  (
    [
      [
        'met',
        'on within meet met meets meeting achieve achieved achieves achieving reach reached reaches hit hits exceed exceeded exceeds exceeding beat beats beating ahead',
      ],
      ['missed', 'missed misses missing off behind short outside'],
      ['above', 'above over'],
      ['below', 'below under beneath'],
    ] as const
  ).flatMap(([says, words]) => words.split(' ').map((word): [string, Aim['says']] => [word, says])),
);
const articles = new Set("of the our its this agreed council council's 's set current".split(' '));
const goesOn =
  /^(?:|[.,;:!)(–—]|and|but|of|at|by|this|again|with|since|as|because|due|for|in|once|although|though|despite|while|following|after|throughout|so|which)$/;

/** The claim about the target that begins at a token, or null: “on target”, “below our target”, “the target was missed”. */
function aimAt(tokens: Token[], first: number): Aim | null {
  const lower = (at: number) => tokens[at]?.lower ?? '';
  if (lower(first) === 'target') {
    const verb =
      lower(first + 1) === 'was' || lower(first + 1) === 'is'
        ? first + 2
        : lower(first + 2) === 'been'
          ? first + 3
          : null;
    const says =
      verb === null || !/^(?:met|missed|achieved|exceeded|reached|hit)$/.test(lower(verb))
        ? undefined
        : sayings.get(lower(verb));
    const own = articles.has(lower(first - 1)) || first === 0;
    return says && verb !== null && own ? { says, first, next: verb + 1 } : null;
  }
  const says = sayings.get(lower(first));
  // “To meet the target” is an aim, and “failed to meet” is none.
  if (!says || (lower(first - 1) === 'to' && !isDenied(tokens, first))) return null;
  let at = first + 1;
  while (at - first < 4 && articles.has(lower(at))) at += 1;
  if (lower(at) !== 'target' || !goesOn.test(lower(at + 1))) return null;
  // “Target for recruitment” is another one; “for the period” is this one.
  if (lower(at + 1) === 'for' && !/^(?:the|this)$/.test(lower(at + 2))) return null;
  if (
    lower(at + 1) === 'for' &&
    !/^(?:year|quarter|month|period|measure|first|second|third|fourth)$/.test(lower(at + 3))
  )
    return null;
  return { says, first, next: at + 1 };
}

/** What claims about the target say that the figure and its colour do not. */
export function contradictedAims(prose: Prose, { tokens }: Sentence, text: ReadingText, subject: Subject): Finding[] {
  const findings: Finding[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const aim = aimAt(tokens, at);
    const why = aim ? whyNot(tokens, aim, text, subject) : whyNotColour(tokens, at, text, subject);
    if (why !== null) findings.push(findingOf(prose, tokens, at, aim?.next ?? at + 1, why));
    if (aim) at = aim.next - 1;
  }
  return findings;
}

export const findingOf = (prose: Prose, tokens: Token[], first: number, next: number, why: string): Finding => {
  const [from, until] = [(tokens[first] as Token).from, (tokens[next - 1] as Token).until];
  return {
    rule: 'W6',
    place: prose.place,
    ...quoted(prose, from, until),
    sentence: `“${prose.plain.slice(from, until)}” does not fit: ${why}.`,
    mend: 'Change the words, or check the figure.',
  };
};

function whyNot(tokens: Token[], { says, first, next }: Aim, text: ReadingText, subject: Subject): string | null {
  const { colour, target, measure, figures } = text;
  if (isElsewhere(tokens, first) || isOtherTime(tokens, first, text)) return null;
  const isTarget = tokens[first]?.lower === 'target';
  if (!isTarget && !isSubjectBefore(tokens, withoutDenial(tokens, first), subject)) return null;
  const denied =
    isDenied(tokens, first) || (isTarget && tokens.slice(first, next + 1).some(({ lower }) => lower === 'not'));
  if (says === 'above' || says === 'below') return denied ? null : whyNotLiterally(says, text);
  if (colour === null || !target) return null;
  const met = (says === 'met') !== denied;
  if (denied && says === 'missed') return null;
  if (met === (colour === 'green')) return null;
  const value = readingValue(figures, measure);
  return value === null
    ? null
    : `the figure is ${shown(value, measure)}, and its colour is ${colour[0]?.toUpperCase()}${colour.slice(1)}`;
}

/** Where the subject of “did not meet” and “failed to reach” ends. */
function withoutDenial(tokens: Token[], first: number): number {
  let end = first;
  while (
    end > 0 &&
    /^(?:not|did|does|do|to|failed|no|longer|n't|\w+n't|points?|percentage|per|cent|%|[\d.,]+|days?|just|slightly|well|far)$/.test(
      tokens[end - 1]?.lower ?? '',
    )
  )
    end -= 1;
  return end;
}

function whyNotLiterally(says: 'above' | 'below', { target, measure, figures }: ReadingText): string | null {
  const value = readingValue(figures, measure);
  if (value === null || (target?.shape !== 'at_least' && target?.shape !== 'at_most')) return null;
  const difference = new Exact(round(value, measure.decimals)).minus(target.green);
  if (says === 'above' ? !difference.lt(0) : !difference.gt(0)) return null;
  return `the figure is ${shown(value, measure)}, and the target is ${shownThreshold(target.green, measure)}`;
}

const colours = /^(?:red|amber|green)$/;
const leads = /^(?:is|remains|remained|stays|stayed|rated|turned|turns|now|still|to|as|the)$/;

function whyNotColour(tokens: Token[], at: number, text: ReadingText, subject: Subject): string | null {
  const word = tokens[at]?.lower ?? '';
  if (!colours.test(word) || text.colour === null || word === text.colour) return null;
  const [before, after] = [tokens[at - 1]?.lower ?? '', tokens[at + 1]?.lower ?? ''];
  if (!leads.test(before) || !/^(?:|[.,;:!)]|for|again|this|because|as|and|but|with|since|on|rating|due)$/.test(after))
    return null;
  if (
    (before === 'the' && tokens[at - 2]?.lower !== 'in') ||
    isDenied(tokens, at) ||
    isElsewhere(tokens, at) ||
    isOtherTime(tokens, at, text)
  )
    return null;
  let end = at;
  while (
    end > 0 &&
    (leads.test(tokens[end - 1]?.lower ?? '') ||
      /^(?:in|rag|from|moved|gone|went|has|red|amber|green|been)$/.test(tokens[end - 1]?.lower ?? ''))
  )
    end -= 1;
  return isSubjectBefore(tokens, end, subject)
    ? `the colour is ${text.colour[0]?.toUpperCase()}${text.colour.slice(1)}`
    : null;
}
