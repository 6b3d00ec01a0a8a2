import {
  type Asking,
  asking as beginAsking,
  rememberedAnswers,
} from '@/lib/bring-in/understanding/cell/asked-and-remembered';
import { gridOf, plainWords, quoted, rowPlace } from '@/lib/bring-in/understanding/cell/grid';
import { allSteps, type Steps } from '@/lib/bring-in/understanding/cell/steps';
import { settleFractions } from '@/lib/bring-in/understanding/measure/fractions';
import {
  askPolarities,
  betterKey,
  chosenFrequency,
  frequencyGuess,
  guessedMeasure,
} from '@/lib/bring-in/understanding/measure/measure-guess';
import { mergedMeasures } from '@/lib/bring-in/understanding/measure/measure-merge';
import {
  askAboutQuarters,
  doubtfulMeasures,
  settledPeriods,
} from '@/lib/bring-in/understanding/measure/measure-periods';
import { wishesOf } from '@/lib/bring-in/understanding/measure/measure-wishes';
import { readCouncilSheet, type SheetRead } from '@/lib/bring-in/understanding/sheet/council-sheet';
import type { MeasureRead } from '@/lib/bring-in/understanding/sheet/row-read';
import { serviceCalled } from '@/lib/bring-in/understanding/sheet/sheet-service';
import type { Answers, Context, Meaning, SheetMeaning, Understanding } from '@/lib/bring-in/understanding-shape';
import { type Kind, kinds, type Place, type Wish } from '@/lib/bring-in/wish';
import type { Polarity } from '@/lib/measure/measure';
import type { Sheet, Workbook } from '@/lib/workbook/workbook';
import { ownHeadings, readOwnSheet } from './our-sheet';
import { peopleColumns, readPeopleSheet } from './people-sheet';
import { nameTheRest } from './unnamed-cells';

/**
 * What the sheets of a file mean, with the answers that there are: its columns and rows, what is to be asked, what is left out and
 * why, and what the file asks for. Never throws; in linear time. Source: docs/rules.md, Bringing in.
 */
export const understand = (workbook: Workbook, answers: Answers, council: Context): Understanding =>
  allSteps(understandSteps(workbook, answers, council));

/** The same in steps of some milliseconds each. */
export function* understandSteps(workbook: Workbook, answers: Answers, council: Context): Steps<Understanding> {
  const asking = beginAsking(answers);
  const codes = new Set(council.codes);
  const listed: (Listed | null)[] = [];
  for (const sheet of workbook.sheets) listed.push(yield* listedSheet(sheet, asking));
  const own = listed.flatMap((read) => read?.wishes ?? []);
  const context = withFile(council, own);
  const read: SheetRead[] = [];
  for (const [index, sheet] of workbook.sheets.entries())
    read.push({ measures: [], ...(listed[index] ?? (yield* readCouncilSheet(sheet, context, codes, asking))) });
  const sheets = read.map(({ meaning }) => meaning);
  const measures = read.flatMap((each) => each.measures);
  const brought = yield* measureWishes(measures, sheets, { context: council, codes, own }, asking);
  const wishes = [...own, ...brought.wishes];
  yield* nameTheRest(workbook.sheets, sheets, wishes, asking);
  const rank = (kind: Kind): number => kinds.indexOf(kind);
  return {
    sheets,
    questions: asking.questions(),
    leftOut: asking.leftOut,
    wishes: wishes.sort((one, two) => rank(one.kind) - rank(two.kind)),
    remembered: { ...rememberedAnswers(answers), ...brought.remembered },
  };
}

type Listed = { meaning: SheetMeaning; wishes: Wish[] };

/** A sheet of ours, a list of people, or a sheet that is not used; null for a council's own. */
function* listedSheet(sheet: Sheet, asking: Asking): Steps<Listed | null> {
  const grid = gridOf(sheet);
  const why = whyUnused(sheet, asking) ?? (grid.rows.length === 0 ? 'an empty sheet' : null);
  if (why !== null) return { meaning: unusedSheet(sheet, why, asking), wishes: [] };
  const headings = ownHeadings(grid);
  if (headings) return yield* readOwnSheet(sheet, headings, asking);
  const people = peopleColumns(grid);
  return people && readPeopleSheet(sheet, people, asking);
}

/** The council with the people and the services that other sheets of the file add. */
function withFile({ people, services, ...council }: Context, own: Wish[]): Context {
  const added = own.flatMap(({ kind, fields: { name, email } }) =>
    kind === 'person' && name && email ? [{ name, email }] : [],
  );
  const here = new Set(people.map(({ email }) => email.toLowerCase()));
  const named = own.flatMap(({ kind, fields: { name } }) => (kind === 'service' && name ? [name] : []));
  return {
    ...council,
    people: [...people, ...added.filter(({ email }) => !here.has(email.toLowerCase()))],
    services: [...services, ...named.filter((name) => serviceCalled(name, services) === null)],
  };
}

/** The sheet of our templates that explains the others. */
const guideName = 'How to fill this in';

/** Why a sheet is not used, or null. */
function whyUnused({ name, hidden }: Sheet, { answers }: Asking): string | null {
  const answer = answers[`sheet:${plainWords(name)}`];
  if (answer === 'use') return null;
  if (answer === 'left_out') return 'left out as you chose';
  if (hidden) return 'a hidden sheet';
  return name === guideName ? 'it explains the other sheets' : null;
}

function unusedSheet(sheet: Sheet, why: string, { leaveOut }: Asking): SheetMeaning {
  for (const { number } of sheet.rows) leaveOut(rowPlace(sheet.name, number), why);
  const choices = [
    { value: 'use', label: 'use it' },
    { value: 'left_out', label: 'leave it out' },
  ];
  const frame = [
    { key: `sheet:${plainWords(sheet.name)}`, words: quoted(sheet.name), meaning: `Left out: ${why}`, choices },
  ];
  const rows = sheet.rows.map(({ number }) => ({ number, use: 'left_out' as const, why }));
  return { name: sheet.name, used: false, frame, columns: [], rows, measures: [] };
}

type Ground = { context: Context; codes: ReadonlySet<string>; own: Wish[] };

/** What rows of a council's own sheets ask for, measure by measure, with the answers that hold for the next file. */
function* measureWishes(
  reads: MeasureRead[],
  sheets: SheetMeaning[],
  { context, codes, own }: Ground,
  asking: Asking,
): Steps<{ wishes: Wish[]; remembered: Answers }> {
  const measures = [...(yield* mergedMeasures(reads, codes, asking)).values()];
  const quarters = askAboutQuarters(doubtfulMeasures(measures), asking);
  settleFractions(
    measures.filter((measure) => guessedMeasure(measure, asking).unit === 'percent'),
    asking,
  );
  const guessed = new Map(measures.map((measure) => [measure, guessedMeasure(measure, asking)] as const));
  const polarities = polaritiesOf(
    measures.filter(
      (measure) =>
        guessed.get(measure)?.polarity === null && (!codes.has(measure.code.value) || measure.targets.length > 0),
    ),
    asking,
  );
  const isGiven = new Set(own.flatMap(({ kind, fields }) => (kind === 'measure' ? [fields.code] : [])));
  const guesses = new Map<string, Meaning[]>();
  const wishes: Wish[] = [];
  for (const measure of measures) {
    yield;
    const { code, place } = measure;
    const isKnown = codes.has(code.value) || isGiven.has(code.value);
    const guess = guessed.get(measure) ?? guessedMeasure(measure, asking);
    const settled = settledPeriods(measure, chosenFrequency(measure, asking), quarters.get(measure) === true, asking);
    const its = settled.guessed ? [...guess.guesses, frequencyGuess(measure, settled.frequency)] : guess.guesses;
    const list = guesses.get(place.sheet) ?? [];
    if (!isKnown) list.push(...its);
    guesses.set(place.sheet, list);
    const polarity = guess.polarity ?? polarities.get(code.value) ?? null;
    const ground = { isKnown, settled, guessed: { ...guess, polarity }, today: context.today, asking };
    wishes.push(...wishesOf(measure, ground));
  }
  for (const sheet of sheets) sheet.measures.push(...(guesses.get(sheet.name) ?? []));
  const remembered = Object.fromEntries([...polarities].map(([code, polarity]) => [betterKey(code), polarity]));
  return { wishes: [...newServices(wishes, context, own), ...wishes], remembered };
}

/** Asks sheet by sheet which way is better. */
function polaritiesOf(measures: MeasureRead[], asking: Asking): Map<string, Polarity> {
  const bySheet = new Map<string, MeasureRead[]>();
  for (const measure of measures)
    bySheet.set(measure.place.sheet, [...(bySheet.get(measure.place.sheet) ?? []), measure]);
  return new Map([...bySheet].flatMap(([sheet, some]) => [...askPolarities(sheet, some, asking)]));
}

/** A service that rows name, and that neither the council has nor a sheet of ours adds, is to be added. */
function newServices(wishes: Wish[], { services }: Context, own: Wish[]): Wish[] {
  const here = [
    ...services,
    ...own.flatMap(({ kind, fields }) => (kind === 'service' && fields.name ? [fields.name] : [])),
  ];
  const added = new Map<string, Wish>();
  for (const { kind, fields, places } of wishes) {
    const name = kind === 'measure' ? fields.service : undefined;
    if (!name || serviceCalled(name, here) !== null || serviceCalled(name, [...added.keys()]) !== null) continue;
    const place = places.service as Place;
    added.set(name, { kind: 'service', fields: { name }, places: { name: place }, place });
  }
  return [...added.values()];
}
