import { parseArgs } from 'node:util';
import { withRecord } from '../with-record';
import { openArchive } from './open';
import { readArchive } from './read';
import { writeArchive } from './write';

const help = `npm run archive -- FILE writes the whole council to a file in an open format.
npm run archive -- --open FILE opens one in an empty installation.`;

const { open, path } = wordsOf(process.argv.slice(2));
const begin = performance.now();
const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`;
const invitation = 'npm run people -- invite E-MAIL --by E-MAIL';

await withRecord(async (db) => {
  if (!open) {
    const { council, data } = await writeArchive(db, path);
    const rows = data.reduce((total, file) => total + file.rows, 0);
    return `${path} holds the whole record of ${council}: ${rows} rows, in ${seconds()}.
Passwords, sessions and invitations stay here: where it is opened, people get a new invitation.`;
  }
  const { events, editions, readings } = await openArchive(db, await readArchive(path));
  return `The archive is opened and whole: ${events} events, ${editions} editions and ${readings} readings, in ${seconds()}.
Nobody has a password here. An administrator gets an invitation by  ${invitation}  and gives everybody else theirs under Settings, People.`;
});

function wordsOf(words: string[]): { open: boolean; path: string } {
  try {
    const options = { open: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    const [path] = positionals;
    if (path && positionals.length === 1) return { open: values.open ?? false, path };
  } catch {
    // A word that nobody knows is answered with the help.
  }
  console.error(help);
  process.exit(1);
}
