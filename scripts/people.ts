import { parseArgs } from 'node:util';
import { addPerson } from '../db/commands/people/add-person';
import { beginByCommand } from '../db/commands/people/begin';
import { endDeputy, nameDeputy } from '../db/commands/people/deputies';
import { type Invited, invite } from '../db/commands/people/invite';
import { leave } from '../db/commands/people/leave';
import { giveEveryMeasure } from '../db/commands/people/measures-given';
import { comeBack, readdress, rename } from '../db/commands/people/person-change';
import { nameHead, nameOwner } from '../db/commands/people/posts';
import { giveRole, takeRole } from '../db/commands/people/role-change';
import { endSessions, link, openSignIn } from '../db/commands/people/sign-in-of-others';
import type { Party } from '../db/commands/road/who-and-when';
import type { Database } from '../db/connection/client';
import { everybody } from '../db/queries/people/people-list';
import { Refused } from '../lib/form/refused';
import { beginningOf, usualLicence } from '../lib/people/beginning';
import { type Role, roles } from '../lib/people/person';
import { lifetimes } from '../lib/time/lifetimes';
import { namedParty, nobody, wordsBy } from './program/named-party';
import { oneTimeLink } from './program/one-time-link';
import { withRecord } from './with-record';

const help = `npm run people -- …

  begin --name "Westmere Borough Council" --contact performance@westmere.gov.uk
        --admin-name "Ines Okafor" --admin-email ines@westmere.gov.uk
        [--area-code E07000999] [--licence "Open Government Licence v3.0"]
                                              sets up the council of an empty database, and prints the invitation link
                                              of its first administrator, who is performance officer as well
  list                                        everybody, with what they hold
  add "Olive Turner" olive@council.gov.uk     adds a person and prints their invitation link
  invite <e-mail>                             a new link: first or forgotten password, or single sign-on
  role give <role> <e-mail>                   roles: performance-officer, administrator, councillor
  role take <role> <e-mail>
  owner <measure code> <e-mail | nobody>      names the data owner of a measure
  give-measures <e-mail> <e-mail>             every measure of the first person goes to the second
  head <service> <e-mail | nobody>            names the head of a service; its address names it, such as highways
  deputy <service> <e-mail> <from> <until>    a deputy for the head, both days included: 2018-08-13 2018-09-14
  end-deputy <service> <e-mail> <last day>    ends a deputyship early; the day before its first takes it back
  rename <e-mail> "New Name"                  from now on; the record keeps the old name beside the change
  readdress <e-mail> <new e-mail>             another address to sign in by
  link <e-mail> <issuer> <subject>            ties an account of single sign-on to a person, without a link
  open <e-mail>                               lets somebody sign in again at once after too many wrong passwords
  sign-out <e-mail>                           ends every session of a person
  leave <e-mail>                              a person leaves: signed out, without roles, posts or links
  return <e-mail>                             who left comes back: a new invitation link, no role or post

An invitation link works once, for ${lifetimes.invitation} hours, and ends the links before it. Every change but the beginning names the
administrator who makes it, with --by and their e-mail address, and is an event in the record: the history says it was
they, by command line.

  npm run people -- leave olive@council.gov.uk --by ines@council.gov.uk`;

type Command = (db: Database, party: Party, ...words: string[]) => Promise<string>;

/** Each command with how many words it takes; null for one whose words have names. */
const commands: Record<string, [number | null, Command]> = {
  begin: [null, begin],
  list: [0, list],
  add: [2, async (db, party, name = '', email = '') => invitation(await addPerson(db, party, { name, email }))],
  invite: [1, async (db, party, email = '') => invitation(await invite(db, party, { email }))],
  role: [3, changeRole],
  owner: [2, (db, party, code = '', email = '') => nameOwner(db, party, { code, email: orNobody(email) })],
  'give-measures': [2, (db, party, from = '', to = '') => giveEveryMeasure(db, party, { from, to })],
  head: [2, (db, party, service = '', email = '') => nameHead(db, party, { service, email: orNobody(email) })],
  deputy: [
    4,
    (db, party, service = '', email = '', fromDay = '', untilDay = '') =>
      nameDeputy(db, party, { service, email, fromDay, untilDay }),
  ],
  link: [
    3,
    async (db, party, email = '', issuer = '', subject = '') =>
      `${await link(db, party, { email, issuer, subject })} can sign in by this account now.`,
  ],
  open: [
    1,
    async (db, party, email = '') =>
      `${await openSignIn(db, party, { email })} can try to sign in again, from anywhere.`,
  ],
  'sign-out': [1, async (db, party, email = '') => `Sessions ended: ${await endSessions(db, party, { email })}.`],
  'end-deputy': [
    3,
    (db, party, service = '', email = '', untilDay = '') => endDeputy(db, party, { service, email, untilDay }),
  ],
  rename: [2, (db, party, email = '', name = '') => rename(db, party, { email, name })],
  readdress: [2, (db, party, email = '', wanted = '') => readdress(db, party, { email, wanted })],
  return: [1, async (db, party, email = '') => invitation(await comeBack(db, party, { email }))],
  leave: [1, (db, party, email = '') => leave(db, party, { email })],
};

async function changeRole(db: Database, party: Party, how = '', named = '', email = ''): Promise<string> {
  const role = roles.find((candidate) => candidate === named.replaceAll('-', '_')) as Role | undefined;
  if (!role) throw new Refused(`There is no role “${named}”: there are ${roles.join(', ').replaceAll('_', '-')}.`);
  if (how === 'give') return `${await giveRole(db, party, { email, role })} is ${named} from now on.`;
  if (how === 'take') return `${await takeRole(db, party, { email, role })} is no longer ${named}.`;
  throw new Refused('Say “role give” or “role take”.');
}

const orNobody = (email: string) => (email === 'nobody' ? null : email);

const text = { type: 'string' } as const;
const beginningWords = {
  name: text,
  contact: text,
  'area-code': text,
  licence: text,
  'admin-name': text,
  'admin-email': text,
};

async function begin(db: Database, _party: Party, ...words: string[]): Promise<string> {
  const {
    name: council = '',
    contact = '',
    licence = usualLicence,
    'area-code': areaCode = '',
    'admin-name': name = '',
    'admin-email': email = '',
  } = named(words);
  return invitation(await beginByCommand(db, beginningOf({ council, contact, areaCode, licence, name, email })));
}

function named(words: string[]) {
  try {
    return parseArgs({ args: words, options: beginningWords }).values;
  } catch {
    const names = Object.keys(beginningWords).map((each) => `--${each}`);
    throw new Refused(`Give each of these a value in quotation marks: ${names.join(', ')}.`);
  }
}

function invitation({ name, email, token, expiresAt }: Invited): string {
  const { address, until } = oneTimeLink(`/invitation/${token}`, expiresAt);
  return `Send ${name} (${email}) this link. It works once, until ${until}:\n${address}`;
}

async function list(db: Database): Promise<string> {
  const lines = (await everybody(db)).map(({ name, email, roles, owns, heads, deputises, signsInBy }) =>
    [
      `${name} <${email}>`,
      ...roles.map((role) => role.replaceAll('_', '-')),
      ...heads.map((service) => `heads ${service}`),
      ...deputises.map(({ service, fromDay, untilDay }) => `deputises in ${service} ${fromDay} to ${untilDay}`),
      ...(owns.length > 0 ? [`owns ${owns.join(' ')}`] : []),
      `signs in by ${signsInBy.join(', ') || 'nothing yet'}`,
    ].join('; '),
  );
  return lines.length > 0 ? lines.join('\n') : 'There is nobody here yet.';
}

const {
  words: [name = 'help', ...words],
  by,
} = wordsBy(process.argv.slice(2));
const nameless = ['begin', 'list'];
const chosen = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!chosen || (chosen[0] !== null && words.length !== chosen[0])) {
  console.log(help);
  process.exitCode = /^(--?h(elp)?|help)$/.test(name) ? 0 : 1;
} else {
  await withRecord(async (db) =>
    chosen[1](db, nameless.includes(name) ? nobody() : await namedParty(db, by), ...words),
  );
}
