import { readFileSync } from 'node:fs';

type Vulnerable = {
  package: string;
  /** '<16.2.11', '>=16.0.0 <16.3.3 || 17.0.0', '*'. */
  range: string;
  advisory: string;
  why: string;
  /** The one place in the lock file where it does us no harm, and why. */
  accepted?: { at: string; why: string };
};
type List = { asAt: string; vulnerable: Vulnerable[] };
export type Lock = { packages: Record<string, { version?: string; name?: string }> };

export const knownVulnerabilities = (): List => JSON.parse(readFileSync('docs/vulnerabilities.json', 'utf8')) as List;

type Version = { numbers: number[]; before: (string | number)[] };

function versionOf(text: string): Version {
  const [, plain, before] = /^(\d+\.\d+\.\d+)(?:-([\w.-]+))?(?:\+[\w.-]+)?$/.exec(text) ?? [];
  if (!plain) throw new Error(`“${text}” is not a version`);
  const identifiers = before?.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)) ?? [];
  return { numbers: plain.split('.').map(Number), before: identifiers };
}

/** Which of two versions comes first: below 0, above 0, or 0 where neither does. Source: semver.org, 11. */
export function inOrder(one: string, other: string): number {
  const [a, b] = [versionOf(one), versionOf(other)];
  const plain = a.numbers.map((number, at) => number - (b.numbers[at] as number)).find((by) => by !== 0);
  if (plain !== undefined) return plain;
  // What comes before a version has identifiers, and the version itself none.
  if (a.before.length === 0 || b.before.length === 0) return b.before.length - a.before.length;
  for (const [at, ours] of a.before.entries()) {
    const its = b.before[at];
    if (its === undefined) return 1;
    if (ours === its) continue;
    if (typeof ours === 'number' && typeof its === 'number') return ours - its;
    if (typeof ours !== typeof its) return typeof ours === 'number' ? -1 : 1;
    return ours < its ? -1 : 1;
  }
  return a.before.length - b.before.length;
}

const holds: Record<string, (by: number) => boolean> = {
  '<': (by) => by < 0,
  '<=': (by) => by <= 0,
  '>': (by) => by > 0,
  '>=': (by) => by >= 0,
  '=': (by) => by === 0,
};

/** Whether a version lies in a range; a range that cannot be read is a fault, never an empty one. */
export function isWithin(version: string, range: string): boolean {
  return range.split('||').some((part) =>
    part
      .trim()
      .split(/\s+/)
      .every((bound) => {
        if (bound === '*') return true;
        const [, sign = '=', end = ''] = /^(<=|>=|<|>|=)?(.*)$/.exec(bound) ?? [];
        return (holds[sign] as (by: number) => boolean)(inOrder(version, end));
      }),
  );
}

/** What a lock file brings that is known to be vulnerable and not accepted there: one line each, with the reason. */
export function vulnerableIn({ packages }: Lock, { vulnerable }: List): string[] {
  return Object.entries(packages).flatMap(([path, { name, version }]) => {
    const called = name ?? path.split('node_modules/').at(-1);
    return vulnerable
      .filter((entry) => entry.package === called && version !== undefined && isWithin(version, entry.range))
      .filter(({ accepted }) => accepted?.at !== path)
      .map(({ advisory, why }) => `${path} ${version}: ${advisory}, ${why}`);
  });
}

/** What is said of a list that nobody has looked after for 120 days; null of a younger one. */
export function ageNote(asAt: string, today: string): string | null {
  const days = Math.round((Date.parse(today) - Date.parse(asAt)) / 86_400_000);
  return days > 120 ? `docs/vulnerabilities.json is ${days} days old: run npm audit, and bring it up to date.` : null;
}
