import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { bringInFile } from '../db/commands/bring-in/by-command';
import { nameCommittee } from '../db/commands/committee/committees';
import { dropMeeting, moveMeeting, setMeeting } from '../db/commands/committee/meetings';
import { type Redefinition, redefineMeasure } from '../db/commands/measure/redefine';
import { retireMeasure } from '../db/commands/measure/retire';
import { breakSeries } from '../db/commands/measure/series-breaks';
import { nameSource } from '../db/commands/measure/source';
import type { Party } from '../db/commands/road/who-and-when';
import type { Database } from '../db/connection/client';
import { committeesInPublic } from '../db/queries/published/committees';
import { Refused } from '../lib/form/refused';
import { namedParty, nobody, wordsBy } from './program/named-party';
import { withRecord } from './with-record';

const help = `npm run council -- …

  list                                           the committees, their services and meetings
  committee <address> "<name>" [<service> …]     names a committee, such as children, and the services that report to it;
                                                 said again, it gets this name and these services
  meeting <committee> <day>                      sets a meeting: 2018-09-06
  move-meeting <committee> <day> <new day> "<reason>"
                                                 moves a meeting to another day
  drop-meeting <committee> <day> "<reason>"      cancels a meeting
  retire <measure code> <last day> "<reason>" "<decided by>" <decided on>
                                                 a measure counts until its last day, and no later edition has it
  break <measure code> <first day> "<reason>"    from the period that begins on this day, figures are not alike with earlier ones
  redefine <measure code> <first day> "<definition>" "<reason>" "<decided by>" <decided on>
           [title="…"] [numerator="…"] [denominator="…"]
                                                 from the period that begins on this day, a measure is counted by another
                                                 definition; its title and the labels of its parts stay where none is given
  source <measure code> "<source>" "<role>"      where the figures of a measure come from, and the role that answers for them
  bring-in <file> [--check] [--answers <file>] [--only-good]
                                                 brings in an XLSX or CSV file; says what it would do and what it asks, row by
                                                 row. Nothing changes with --check, while it asks something, or while a row is
                                                 refused, unless only the good rows are wanted. Answers are a JSON file of the
                                                 names before the questions, each with a choice

Every change names who makes it, with --by and the e-mail address of an administrator (of the performance officer for a
measure as well), and is an event in the record: the history says it was they, by command line. Committees, meetings and retirements show in public at once; a break, a new
definition or a source with the next edition.`;

type Command = (db: Database, party: Party, ...words: string[]) => Promise<string>;

/** Each command with how many words it takes, at least and at most. */
const commands: Record<string, [number, number, Command]> = {
  list: [0, 0, list],
  committee: [
    2,
    Number.POSITIVE_INFINITY,
    (db, party, slug = '', name = '', ...services) => nameCommittee(db, party, { slug, name, services }),
  ],
  meeting: [2, 2, (db, party, committee = '', day = '') => setMeeting(db, party, { committee, day })],
  'move-meeting': [
    4,
    4,
    (db, party, committee = '', day = '', to = '', reason = '') =>
      moveMeeting(db, party, { committee, day, to, reason }),
  ],
  'drop-meeting': [
    3,
    3,
    (db, party, committee = '', day = '', reason = '') => dropMeeting(db, party, { committee, day, reason }),
  ],
  retire: [
    5,
    5,
    (db, party, code = '', retiredOn = '', reason = '', decidedBy = '', decidedOn = '') =>
      retireMeasure(db, party, { code, retiredOn, reason, decidedBy, decidedOn }),
  ],
  break: [
    3,
    3,
    (db, party, code = '', periodStart = '', reason = '') => breakSeries(db, party, { code, periodStart, reason }),
  ],
  redefine: [
    6,
    9,
    (db, party, code = '', from = '', definition = '', reason = '', decidedBy = '', decidedOn = '', ...more) =>
      redefineMeasure(db, party, { code, from, definition, reason, decidedBy, decidedOn, ...labelled(more) }),
  ],
  'bring-in': [1, 6, bringIn],
  source: [
    3,
    3,
    (db, party, code = '', source = '', ownerRole = '') => nameSource(db, party, { code, source, ownerRole }),
  ],
};

/** Takes `--name <value>` out of some words; the value is null where it is not there. */
function takeOption(words: string[], name: string): { value: string | null; rest: string[] } {
  const at = words.indexOf(name);
  return at < 0 ? { value: null, rest: words } : { value: words[at + 1] ?? '', rest: words.toSpliced(at, 2) };
}

/** Takes a word out of some words, and says whether it was there. */
const takeFlag = (words: string[], name: string): { on: boolean; rest: string[] } => ({
  on: words.includes(name),
  rest: words.filter((word) => word !== name),
});

async function bringIn(db: Database, party: Party, ...words: string[]): Promise<string> {
  const check = takeFlag(words, '--check');
  const onlyGood = takeFlag(check.rest, '--only-good');
  const answers = takeOption(onlyGood.rest, '--answers');
  const [path, ...others] = answers.rest;
  if (path === undefined || others.length > 0)
    throw new Refused('Name one file: npm run council -- bring-in FILE --by …');
  const read = (name: string) =>
    readFile(name).catch(() => {
      throw new Refused(`There is no file “${name}” that can be read here.`);
    });
  return bringInFile(db, party, {
    name: path,
    bytes: await read(path),
    answers: answers.value === null ? {} : answersIn(String(await read(answers.value))),
    check: check.on,
    onlyGood: onlyGood.on,
  });
}

function answersIn(text: string): Record<string, string> {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch {
    throw new Refused('The answers are no JSON file of names and choices, such as {"dates": "day first"}.');
  }
}

const labels = { title: 'title', numerator: 'numeratorLabel', denominator: 'denominatorLabel' } as const;

/** What else a new definition names: title="…", numerator="…", denominator="…", in any order, each once. */
function labelled(words: string[]): Pick<Redefinition, 'title' | 'numeratorLabel' | 'denominatorLabel'> {
  const entries = words.map((word) => {
    const [, key, value] = /^(title|numerator|denominator)=([\s\S]*)$/.exec(word) ?? [];
    if (!key) throw new Refused(`“${word.slice(0, 40)}” is none of title="…", numerator="…" and denominator="…".`);
    return [labels[key as keyof typeof labels], value] as const;
  });
  if (new Set(entries.map(([key]) => key)).size < entries.length) throw new Refused('Give each label once.');
  return Object.fromEntries(entries);
}

async function list(db: Database, { at }: Party): Promise<string> {
  const lines = (await committeesInPublic(db, at)).map(({ slug, name, services, meetings }) =>
    [
      `${slug}: ${name}`,
      services.map((service) => service.slug).join(' ') || 'no services',
      meetings.length > 0 ? `meets ${meetings.join(' ')}` : 'no meetings',
    ].join('; '),
  );
  return lines.length > 0 ? lines.join('\n') : 'There is no committee yet.';
}

const {
  words: [name = 'help', ...words],
  by,
} = wordsBy(process.argv.slice(2));
const chosen = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!chosen || words.length < chosen[0] || words.length > chosen[1]) {
  console.log(help);
  process.exitCode = /^(--?h(elp)?|help)$/.test(name) ? 0 : 1;
} else {
  await withRecord(async (db) => chosen[2](db, name === 'list' ? nobody() : await namedParty(db, by), ...words));
}
