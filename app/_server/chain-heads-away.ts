import { open } from 'node:fs/promises';
import type { settings } from './server-settings';

/** Where heads go, by the settings alone: a file, an address with the word that it asks for, or both. */
export type HeadsPlace = ReturnType<typeof settings>['heads'];

/** How long an address may take to answer, in milliseconds. */
const patience = 20_000;

/** Takes heads off this machine: on the disk for good, or accepted by the address, when it returns; throws otherwise. */
export async function keepAway(text: string, { file, url, token }: HeadsPlace): Promise<void> {
  if (file) await append(file, text);
  if (url) await post(url, token, text);
}

async function append(path: string, text: string): Promise<void> {
  const file = await open(path, 'a', 0o640);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What comes back is not read, and nothing is followed to anywhere else. */
async function post(url: string, token: string | null, body: string): Promise<void> {
  const authorization: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
  const answer = await fetch(url, {
    method: 'POST',
    body,
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(patience),
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...authorization },
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the address for heads answered ${answer.status}`);
}
