import { dropMeeting, nameCommittee, setMeeting } from '../db/commands/committee/committees';
import { type Redefinition, redefineMeasure } from '../db/commands/measure/redefine';
import { retireMeasure } from '../db/commands/measure/retire';
import { breakSeries } from '../db/commands/measure/series-breaks';
import { nameSource } from '../db/commands/measure/source';
import type { Party } from '../db/commands/road/acting';
import type { Database } from '../db/connection/client';
import { committeesInPublic } from '../db/queries/published/committees';
import { Refused } from '../lib/form/refused';
import { withRecord } from './with-record';

const help = `npm run council -- …

  list                                           the committees, their services and meetings
  committee <address> "<name>" [<service> …]     names a committee, such as children, and the services that report to it;
                                                 said again, it gets this name and these services
  meeting <committee> <day>                      sets a meeting: 2018-09-06
  drop-meeting <committee> <day>                 takes a meeting out
  retire <measure code> <last day> "<reason>" "<decided by>" <decided on>
                                                 a measure counts until its last day, and no later edition has it
  break <measure code> <first day> "<reason>"    from the period that begins on this day, figures are not alike with earlier ones
  redefine <measure code> <first day> "<definition>" "<reason>" "<decided by>" <decided on>
           [title="…"] [numerator="…"] [denominator="…"]
                                                 from the period that begins on this day, a measure is counted by another
                                                 definition; its title and the labels of its parts stay where none is given
  source <measure code> "<source>" "<role>"      where the figures of a measure come from, and the role that answers for them

Every change is an event in the record. Committees, meetings and retirements show in public at once; a break, a new
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
  'drop-meeting': [2, 2, (db, party, committee = '', day = '') => dropMeeting(db, party, { committee, day })],
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
  source: [
    3,
    3,
    (db, party, code = '', source = '', ownerRole = '') => nameSource(db, party, { code, source, ownerRole }),
  ],
};

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

const [name = 'help', ...words] = process.argv.slice(2);
const chosen = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!chosen || words.length < chosen[0] || words.length > chosen[1]) {
  console.log(help);
  process.exitCode = /^(--?h(elp)?|help)$/.test(name) ? 0 : 1;
} else {
  await withRecord((db) => chosen[2](db, { who: null, at: new Date().toISOString() }, ...words));
}
