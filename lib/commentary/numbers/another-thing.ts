import { units } from '@/lib/measure/measure';
import { speaksOfTheFuture } from '../dates/modal';
import type { Exemption, NumberToken } from '../prose/number-token';
import { type ReadProse, type ReadWords, sentenceOf, stem } from './read-words';

/** What councils count beside what their measures count: people at work, places, meetings, papers. */
const resources =
  /^(?:staff|workers?|officers?|practitioners?|posts?|vacanc(?:y|ies)|managers?|teams?|schools?|homes?|sites?|sessions?|meetings?|visits?|workshops?|agency|carers?|adopters?|partners?|authorities|councils?|organisations?|providers?|contracts?|contractors?|projects?|pilots?|apprentices?|volunteers?|events?|buses|vehicles|gritters?|crews?|roads?|bridges?|schemes?|hearings?|panels?|areas?|wards?|regions?|localit(?:y|ies)|reports?|audits?|reviews?|inspections?|inspectors?|recommendations?|objectives?|times|ways|factors?|reasons?|issues?|themes?|things|options?|steps?|phases?|strands?|elements?|occasions?|priorities|groups?|siblings?|brothers|sisters|miles?|pages?|colleagues?|tenders?|bids?|departments?|directorates?|agencies|storms?|machines?|questions?|changes|measures?|indicators?|services?|courts?|judges?|beds?|places|rounds?|routes?|systems?|errors?|records?)$/;
const people =
  /^(?:child|children|people|persons?|cases?|famil(?:y|ies)|plans?|referrals?|residents?|households?|boys|girls|babies|pupils|young|clients?)$/;
const times = /^(?:day|week|month|quarter|year|hour|minute|night|term)s?$/;
const bounds = /^(?:within|every|last|past|next|previous|another|first|preceding|coming|following|rolling)$/;
const passing =
  /^(?:working|calendar|consecutive|full|school|more|new|additional|further|extra|other|different|key|main|large|experienced|permanent|qualified|newly|temporary|of|the|our|these|those|senior|social|part|local|complex|long|older|family|significant|two|three|separate)$/;

/** The units of time that the measure itself is in: its unit, its denominator, what its title says where it is no percentage. */
function ownTimes({ reading: { measure } }: ReadWords): string {
  const own = [units[measure.unit].noun?.[1] ?? '', measure.denominatorLabel ?? ''];
  if (measure.unit === 'number') own.push(measure.title.toLowerCase(), measure.numeratorLabel ?? '');
  return own.join(' ');
}

/** Whether a measure is in pounds, or its parts are. */
const hasMoney = ({ reading: { measure } }: ReadWords): boolean =>
  measure.unit.startsWith('pounds') ||
  /pound|£|spen|cost|income|paid/.test(`${measure.numeratorLabel ?? ''} ${measure.denominatorLabel ?? ''}`);

/** Why the words round a number say that it counts something else than the measure; null where they do not. */
export function otherwise(token: NumberToken, prose: ReadProse, words: ReadWords): Exemption | null {
  const { lexemes } = prose.text;
  const sentence = sentenceOf(prose, token);
  const word = (place: number): string =>
    (place >= sentence.from && place < sentence.until && lexemes[place]?.lower) || '';
  let at = token.until;
  while (at < token.until + 4 && passing.test(word(at)) && !resources.test(word(at + 1))) at += 1;
  if (resources.test(word(at + 1)) && passing.test(word(at))) at += 1;
  const noun = word(at);
  if (token.kind === 'plain' || token.kind === 'range') {
    const unit = times.exec(noun)?.[0].replace(/s$/, '');
    // “From 471 the quarter before” counts no quarters.
    const isNamed = /^(?:the|our|these|those)$/.test(word(at - 1)) && at > token.until;
    if (unit && !isNamed && (bounds.test(word(token.from - 1)) || !ownTimes(words).includes(unit))) return 'duration';
    if (/^actions?$/.test(noun)) return 'actions';
  }
  if (token.kind === 'money' && !hasMoney(words)) return 'another thing';
  if (sentence.isCited) return 'cited';
  if (speaksOfTheFuture(lexemes, sentence.from, token.from)) return 'plan';
  // “Council homes” and “bed days” are named by both of their words.
  const isPhrase = words.phrases.includes(` ${noun} ${word(at + 1)} `);
  const mine = words.vocabulary.has(stem(noun)) || (word(at + 1) !== '' && isPhrase);
  if (resources.test(noun) && !mine) return 'another thing';
  // “Long absences account for over half”: a part of a part.
  const near = lexemes.slice(Math.max(sentence.from, token.from - 4), token.from);
  if (token.kind === 'fraction' && near.some(({ lower }) => /^account(?:s|ed|ing)?$/.test(lower)))
    return 'another thing';
  const isOfAnswers = sentence.words.has('response') && !words.vocabulary.has(stem('response'));
  if (token.kind === 'percent' && isOfAnswers) return 'another thing';
  if (token.kind === 'fraction') return mine || people.test(noun) || noun === '' ? null : 'another thing';
  if (!token.inWords || token.kind !== 'plain' || Number(token.numbers[0]?.value) > 12) return null;
  return mine || people.test(noun) || people.test(word(at + 1)) ? null : 'another thing';
}
