import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What sqlmap tries: an address with `*` where a part of its path is tried, or a form, as a browser without JavaScript sends it. */
export type Target = {
  name: string;
  url: string;
  /** The names to try; all that the address has where it is left out. */
  only?: string[];
  cookie?: string;
  form?: Record<string, string>;
};

/** How it ended: what can be injected into, how much was tried, and how often the server answered 429 or with a fault. */
export type Ended = { name: string; found: boolean; clean: boolean; tries: number; trouble: string[]; output: string };

const edge = '----a-form-of-candour';

/** The request of a form as a file that sqlmap reads. */
function requestOf({ url, form = {}, cookie }: Target): string {
  const { host, origin, pathname, search } = new URL(url);
  const body = Object.entries(form)
    .map(([name, value]) => `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('');
  const lines = [
    `POST ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${origin}`,
    'Sec-Fetch-Site: same-origin',
  ];
  if (cookie) lines.push(`Cookie: ${cookie}`);
  lines.push(`Content-Type: multipart/form-data; boundary=${edge}`, '', `${body}--${edge}--`);
  return lines.join('\r\n');
}

/** Tries an address or a form at level 3 and risk 2, as what it is: PostgreSQL. Each request comes from another address. */
export async function sqlmap(target: Target): Promise<Ended> {
  const folder = mkdtempSync('/tmp/candour-sqlmap-');
  try {
    const words = [
      '--batch',
      '--level=3',
      '--risk=2',
      '--dbms=PostgreSQL',
      '--flush-session',
      '--disable-coloring',
      '-v',
      '3',
    ];
    words.push(
      `--output-dir=${folder}`,
      '--tamper=xforwardedfor',
      '--ignore-code=*',
      '--drop-set-cookie',
      '--ignore-stdin',
      '--timeout=60',
    );
    if (target.only) words.push('-p', target.only.join(','));
    else words.push('--skip=user-agent,referer,host,cookie');
    if (target.form) {
      const file = path.join(folder, 'request.txt');
      writeFileSync(file, requestOf(target));
      words.push('-r', file);
    } else words.push('-u', target.url, ...(target.cookie ? ['--cookie', target.cookie] : []));
    const program = spawn('sqlmap', words, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [program.stdout, program.stderr]) stream.on('data', (part) => (output += part));
    await once(program, 'close');
    return {
      name: target.name,
      // Its last word: what first looked like one it tries once more, and takes back where it was chance.
      found: output.includes('identified the following injection point'),
      clean: output.includes('all tested parameters do not appear to be injectable'),
      tries: output.match(/\[PAYLOAD\]/g)?.length ?? 0,
      trouble: output.match(/(429|5\d\d) \([\w ]+\) - \d+ times/g) ?? [],
      output: output
        .split('\n')
        .filter((line) => !/\[(PAYLOAD|DEBUG)\]/.test(line))
        .slice(-25)
        .join('\n'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
