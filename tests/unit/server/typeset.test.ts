import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { typeset } from '@/app/_server/typeset';
import type { TypstDocument } from '@/lib/paper/typst-document';
import { testTypesetter } from '../../support/paper/test-typeset';

type Kept = { candourTypesetter?: { child: { pid: number; disconnect(): void }; waiting: Map<number, unknown> } };
const kept = globalThis as Kept;
const pid = () => kept.candourTypesetter?.child.pid as number;
const page = (words: string): TypstDocument => ({
  form: 'svg',
  template: '#set text(font: "Public Sans")\n#json(bytes(sys.inputs.words))',
  inputs: { words: JSON.stringify(words) },
});

afterEach(() => kept.candourTypesetter?.child.disconnect());

test('a document is set elsewhere as it would be here, and one process sets all of them', async () => {
  const [one, other] = await Promise.all([typeset(page('Buses')), typeset(page('Trams'))]);
  const here = testTypesetter();
  expect(one?.equals(here(page('Buses')))).toBe(true);
  expect(other?.equals(here(page('Trams')))).toBe(true);
  const first = pid();
  await typeset(page('Ferries'));
  expect(pid()).toBe(first);
});

test('it is told nothing of what its server was started with', async () => {
  process.env.CANDOUR_PAGE_KEY = 'a-secret-of-this-test';
  await typeset(page('Buses'));
  const shown = variablesOf(pid());
  delete process.env.CANDOUR_PAGE_KEY;
  expect(shown.includes('NODE_ENV=production')).toBe(true);
  expect(shown.includes('a-secret-of-this-test'), 'a secret of the server').toBe(false);
});

test('a document that cannot be set is refused with why, and keeps no other from it', async () => {
  const wrong = { ...page('Buses'), template: '#nothing-of-that-name' };
  const [refused, set] = await Promise.allSettled([typeset(wrong), typeset(page('Buses'))]);
  expect(refused).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('was not set') } });
  expect(set.status).toBe('fulfilled');
});

test('where the process ends before a document is set, its waiting is over, and the next one has another', async () => {
  await typeset(page('Buses'));
  const before = pid();
  const waiting = typeset(page('Trams'));
  process.kill(before, 'SIGKILL');
  await expect(waiting).rejects.toThrow('SIGKILL');
  expect((await typeset(page('Trams'))).length).toBeGreaterThan(100);
  expect(pid()).not.toBe(before);
});

test('a program that is done waits neither for the process nor leaves it behind', async () => {
  const program = `
    import { fork } from 'node:child_process';
    const child = fork('scripts/typeset/process.mjs', [], { serialization: 'advanced', stdio: 'ignore', execArgv: [] });
    child.on('message', () => { console.log(child.pid); child.unref(); child.channel.unref(); });
    child.send({ id: 1, document: { form: 'svg', template: 'x', inputs: {} } });`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  const child = Number(said.trim());
  expect(child).toBeGreaterThan(0);
  await expect.poll(() => isThere(child), { timeout: 10_000 }).toBe(false);
});

/** The variables of a process, as the machine shows them. */
const variablesOf = (id: number): string =>
  existsSync('/proc/self/environ')
    ? readFileSync(`/proc/${id}/environ`, 'utf8')
    : execFileSync('ps', ['eww', '-o', 'command=', '-p', String(id)], { encoding: 'utf8' });

function isThere(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}
