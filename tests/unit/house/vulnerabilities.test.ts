import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  ageNote,
  inOrder,
  isWithin,
  knownVulnerabilities,
  type Lock,
  vulnerableIn,
} from '../../support/attack/vulnerabilities';

const known = knownVulnerabilities();
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

describe('what the lock file brings, without a network', () => {
  test('nothing of it is known to be vulnerable', () => expect(vulnerableIn(lock, known)).toEqual([]));

  test('whoever reads the list is told when it is old; it is no fault', () => {
    const note = ageNote(known.asAt, new Date().toISOString().slice(0, 10));
    if (note) console.warn(note);
  });

  test('what is accepted is there, so that no acceptance outlives its reason', () => {
    for (const { accepted, package: name, range } of known.vulnerable) {
      if (!accepted) continue;
      expect(isWithin(lock.packages[accepted.at]?.version ?? '999.0.0', range), name).toBe(true);
    }
  });
});

describe('a lock file that brings one is refused', () => {
  const bringing = (path: string, version: string) =>
    vulnerableIn({ packages: { ...lock.packages, [path]: { version } } }, known);

  test.each([
    ['node_modules/next', '16.2.10', 3],
    ['node_modules/next', '16.3.2', 2],
    ['node_modules/next', '15.2.2', 3],
    ['node_modules/xlsx', '0.18.5', 1],
    ['node_modules/some-report/node_modules/xlsx', '0.20.3', 1],
    ['node_modules/react-server-dom-webpack', '19.3.1', 1],
    ['node_modules/next/node_modules/postcss', '8.4.31', 3],
    ['node_modules/next-auth', '5.0.0-beta.29', 1],
    ['node_modules/drizzle-orm', '0.45.1', 1],
    ['node_modules/preact', '10.27.2', 1],
    ['node_modules/esbuild', '0.24.2', 1],
  ])('%s %s', (path, version, faults) => {
    const found = bringing(path, version);
    expect(found).toHaveLength(faults);
    for (const line of found) expect(line).toContain(`${path} ${version}: `);
  });

  test('under another name too', () => {
    const packages = { 'node_modules/sheets': { name: 'xlsx', version: '0.18.5' } };
    expect(vulnerableIn({ packages }, known)).toHaveLength(1);
  });

  test('every entry is found at its last vulnerable version, and says which advisory and why', () => {
    for (const entry of known.vulnerable) {
      const end = /[\d.]+(?:-[\w.]+)?$/.exec(entry.range)?.[0] ?? '1.0.0';
      const last = end.includes('-') ? end.replace(/\d+$/, (number) => String(Number(number) - 1)) : `${end}-rc.1`;
      const found = vulnerableIn({ packages: { [`node_modules/${entry.package}`]: { version: last } } }, known);
      expect(found.join('\n'), entry.advisory).toContain(entry.advisory);
      expect(entry.advisory).toMatch(/^(GHSA(-[\da-z]{4}){3}|CVE-\d{4}-\d{4,}|house rule)$/);
      expect(entry.why).not.toBe('');
    }
  });
});

describe('versions and ranges', () => {
  test('come in the order that semver.org gives', () => {
    const order = '1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0'
      .concat(' 1.0.1 1.2.0 1.10.0 2.0.0 16.2.9 16.2.11 16.3.0')
      .split(' ');
    for (const [a, one] of order.entries())
      for (const [b, other] of order.entries())
        expect(Math.sign(inOrder(one, other)), `${one} and ${other}`).toBe(Math.sign(a - b));
    expect(inOrder('1.0.0+build.1', '1.0.0')).toBe(0);
  });

  test.each([
    ['16.2.10', '<16.2.11', true],
    ['16.2.11', '<16.2.11', false],
    ['16.2.11', '<=16.2.11', true],
    ['16.4.6', '>=16.0.0 <16.3.3', false],
    ['10.27.1', '>=10.26.5 <10.26.10 || >=10.27.0 <10.27.3', true],
    ['10.26.10', '>=10.26.5 <10.26.10 || >=10.27.0 <10.27.3', false],
    ['5.0.0-beta.29', '>=5.0.0-beta.0 <5.0.0-beta.30', true],
    ['1.0.0', '1.0.0', true],
    ['0.0.1', '*', true],
  ])('%s within %s: %s', (version, range, within) => expect(isWithin(version, range)).toBe(within));

  test('what cannot be read is a fault', () => {
    for (const range of ['^1.0.0', '1.x', 'latest', '']) expect(() => isWithin('1.0.0', range)).toThrow();
    expect(() => isWithin('git+ssh://example', '<1.0.0')).toThrow();
  });
});

test('a list of 120 days is young, one of 121 is told of', () => {
  expect(ageNote('2026-01-01', '2026-05-01')).toBeNull();
  expect(ageNote('2026-01-01', '2026-05-02')).toMatch(/121 days old/);
});
