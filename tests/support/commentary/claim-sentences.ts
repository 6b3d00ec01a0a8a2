import type { Row } from './language-reading';

/** A sentence about a row's figure that is true, and the same with the wrong word. */
export type ClaimPair = { right: string; wrong: string };

const pick = (isFirst: boolean, first: string, second: string): ClaimPair =>
  isFirst ? { right: first, wrong: second } : { right: second, wrong: first };

/** A template with two words for its place: the first where the figure is higher (or better), the second where it is lower (or worse). */
function pairOf(template: string, words: [string, string], isFirst: boolean): ClaimPair {
  const fill = (word: string) => template.replace('…', word);
  return pick(isFirst, fill(words[0]), fill(words[1]));
}

/** How officers say that a figure is higher or lower, better or worse, met its target or missed it. */
export function claimSentences(row: Row): ClaimPair[] {
  const unit = row.unit === 'percent' ? '%' : '';
  const value = `${Number(row.value).toLocaleString('en-GB')}${unit}`;
  const year = `${Number(row.lastYear).toLocaleString('en-GB')}${unit}`;
  const month = `${Number(row.lastMonth).toLocaleString('en-GB')}${unit}`;
  const target = row.target.shape === 'at_least' || row.target.shape === 'at_most' ? row.target.green : '';
  const isUp = Number(row.value) > Number(row.lastYear);
  const isUpOnMonth = Number(row.value) > Number(row.lastMonth);
  const isBetter = isUp === (row.polarity === 'higher');
  const isMet = row.colour === 'green';
  const isAbove = Number(row.value) > Number(target);
  return [
    pairOf(`The figure … from ${year} last year to ${value}.`, ['rose', 'fell'], isUp),
    pairOf(`Performance was ${value}, … from ${month} in June.`, ['up', 'down'], isUpOnMonth),
    pairOf(`At ${value}, the figure is … than in June (${month}).`, ['higher', 'lower'], isUpOnMonth),
    pairOf(`The figure has … since June, mainly because of the weather.`, ['increased', 'decreased'], isUpOnMonth),
    pairOf(`${value} is … than last year.`, ['higher', 'lower'], isUp),
    pairOf(`Performance … compared with 2017/18.`, ['improved', 'worsened'], isBetter),
    pairOf(`Performance is … than last year, as new staff have started.`, ['better', 'worse'], isBetter),
    pairOf(`This is … on the ${year} of last year.`, ['an increase', 'a reduction'], isUp),
    pairOf(`There was … to ${value} in July.`, ['a rise', 'a fall'], isUpOnMonth),
    pairOf(
      `Compared with June, performance has ….`,
      ['improved', 'deteriorated'],
      isUpOnMonth === (row.polarity === 'higher'),
    ),
    pairOf(`The result of ${value} is … the target of ${target}.`, ['above', 'below'], isAbove),
    pairOf(`The target was ….`, ['met', 'missed'], isMet),
    pairOf(`We … the target this month.`, ['met', 'missed'], isMet),
    pairOf(`Performance is … target.`, ['on', 'off'], isMet),
    pairOf(`The measure … the target.`, ['met', 'did not meet'], isMet),
    pairOf(`The figure continues to … and stands at ${value}.`, ['rise', 'fall'], isUpOnMonth),
    pairOf(`July’s figure of ${value} was ….`, [`up on June’s ${month}`, `down on June’s ${month}`], isUpOnMonth),
    pairOf(`Overall performance has ….`, ['improved', 'got worse'], isBetter),
  ];
}
