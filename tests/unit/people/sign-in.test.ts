import { describe, expect, test } from 'vitest';
import { parse } from '@/app/_server/server-settings';
import { demoPeople } from '@/lib/people/demo-people';
import { bucketsOf } from '@/lib/people/guess-buckets';
import { passwordProblem } from '@/lib/people/password-rule';
import { troubleSigningIn } from '@/lib/people/sign-in-words';
import { lifetimes } from '@/lib/time/lifetimes';
import { people as printed } from '../../../scripts/server/where-to-look.mjs';

const olive = {
  email: 'olive.turner@council.gov.uk',
  name: 'Olive Anne Turner',
  council: 'Northumberland County Council',
};

describe('a password', () => {
  test('has 12 to 256 characters, and nothing else is asked of it', () => {
    for (const good of ['correct horse', 'twelve chars', 'ПарольДлинный', 'x1 '.repeat(80), 'abcabcabcabc'])
      expect(passwordProblem(good, olive)).toBeNull();
    expect(passwordProblem('eleven char', olive)).toContain('at least 12 characters; this one has 11');
    expect(passwordProblem('ab1'.repeat(86), olive)).toContain('at most 256 characters; this one has 258');
  });

  test('is counted in characters as people see them, not in bytes', () => {
    expect(passwordProblem('🐎🔋📎🐎🔋📎🐎🔋📎🐎🔋', olive)).toContain('this one has 11');
    expect(passwordProblem('🐎🔋📎🐎🔋📎🐎🔋📎🐎🔋📎', olive)).toBeNull();
  });

  test('is not the e-mail address, the name or the council, however it is written', () => {
    expect(passwordProblem('Olive.Turner@council.gov.uk', olive)).toContain('e-mail address');
    expect(passwordProblem('oliveanneturner', olive)).toContain('your name');
    expect(passwordProblem('NORTHUMBERLAND county council', olive)).toContain('name of the council');
    expect(passwordProblem('aaaaaaaaaaaa', olive)).toContain('over and over');
  });
});

describe('where a guess counts', () => {
  test('from a browser that the person has used: there alone', () => {
    expect(bucketsOf({ account: 'a', known: true, device: 'd', address: '10.0.0.1' })).toEqual([
      { key: 'device d a', limit: 10 },
    ]);
  });

  test('from anywhere else: for the account there, for the account, and for the address where that is known', () => {
    expect(bucketsOf({ account: 'a', known: true, device: null, address: null })).toEqual([
      { key: 'account a from ', limit: 10 },
      { key: 'account a', limit: 100 },
    ]);
    expect(bucketsOf({ account: 'a', known: true, device: null, address: '10.0.0.1' })).toEqual([
      { key: 'account a from 10.0.0.1', limit: 10 },
      { key: 'account a', limit: 100 },
      { key: 'address 10.0.0.1', limit: 100 },
    ]);
  });

  test('accounts that nobody has share sixteen counts', () => {
    const keys = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0').padEnd(64, '0')).map(
      (account) => bucketsOf({ account, known: false, device: null, address: null })[1]?.key,
    );
    expect(new Set(keys).size).toBe(16);
  });
});

test('what went wrong with single sign-on is said in a sentence, and never what the address says', () => {
  expect(troubleSigningIn(undefined)).toBeNull();
  expect(troubleSigningIn('unknown')).toContain('invitation');
  expect(troubleSigningIn('<script>')).not.toContain('<');
});

describe('settings', () => {
  const secret = 'x'.repeat(32);
  const url = 'https://performance.council.gov.uk';

  test('without a database of its own nothing is needed, and the secret is made up, anew each time', () => {
    const settings = parse({});
    expect(settings).toMatchObject({ origin: null, secure: false, proxies: null, singleSignOn: null, today: null });
    expect(settings.secret.length).toBeGreaterThan(32);
    expect(settings.secret).not.toBe(parse({}).secret);
  });

  test('with DATABASE_URL, AUTH_SECRET and AUTH_URL are needed, and each that lacks is named', () => {
    const DATABASE_URL = 'postgres://localhost/candour';
    expect(() => parse({ DATABASE_URL })).toThrow(/AUTH_SECRET is needed[\s\S]*AUTH_URL is needed/);
    expect(() => parse({ DATABASE_URL, AUTH_SECRET: 'short', AUTH_URL: url })).toThrow('at least 32 characters');
    expect(parse({ DATABASE_URL, AUTH_SECRET: secret, AUTH_URL: url })).toMatchObject({ origin: url, secure: true });
  });

  test('AUTH_URL is an origin, CANDOUR_PROXIES a small number', () => {
    for (const wrong of ['council.gov.uk', 'ftp://council.gov.uk', `${url}/portal`, 'https://'])
      expect(() => parse({ AUTH_URL: wrong })).toThrow('AUTH_URL must be');
    expect(parse({ AUTH_URL: 'http://localhost:3000/' })).toMatchObject({
      origin: 'http://localhost:3000',
      secure: false,
    });
    expect(() => parse({ CANDOUR_PROXIES: 'yes' })).toThrow('CANDOUR_PROXIES must be');
    expect(parse({ CANDOUR_PROXIES: '2' }).proxies).toBe(2);
  });

  test('an idle session ends after 1 to 12 hours; browsers are bound to https only where people come by it', () => {
    expect([parse({}).idleHours, parse({ CANDOUR_IDLE_HOURS: '12' }).idleHours]).toEqual([lifetimes.idle, 12]);
    for (const wrong of ['0', '13', '1.5', 'never'])
      expect(() => parse({ CANDOUR_IDLE_HOURS: wrong })).toThrow('from 1 to 12');
    expect(() => parse({ CANDOUR_HSTS: '31536000' })).toThrow('must be an https address');
    expect(() => parse({ CANDOUR_HSTS: '31536000', AUTH_URL: 'http://localhost:3000' })).toThrow('https');
    expect(() => parse({ CANDOUR_HSTS: 'a year', AUTH_URL: url })).toThrow('number of seconds');
    expect(parse({ CANDOUR_HSTS: '31536000', AUTH_URL: url }).secure).toBe(true);
  });

  test('committee papers lie ready, unless a server is to make them when they are asked for', () => {
    expect([parse({}).papers, parse({ CANDOUR_PAPERS: 'asked' }).papers]).toEqual(['ready', 'asked']);
    expect(() => parse({ CANDOUR_PAPERS: 'never' })).toThrow('ready, asked, or left out');
  });

  test('single sign-on is whole or not there', () => {
    const provider = { AUTH_OIDC_ISSUER: 'https://login.example', AUTH_OIDC_ID: 'candour', AUTH_OIDC_SECRET: 'shh' };
    const own = { AUTH_SECRET: secret, AUTH_URL: url };
    expect(parse({ ...provider, ...own }).singleSignOn).toMatchObject({
      issuer: 'https://login.example',
      id: 'candour',
    });
    expect(() => parse({ AUTH_OIDC_ID: 'candour' })).toThrow('together');
    expect(() => parse(provider)).toThrow('With AUTH_OIDC_ISSUER set, AUTH_SECRET is needed');
  });
});

test('npm start prints the people of the demonstration as they are', () => {
  expect(printed).toEqual(Object.values(demoPeople).map(({ name, does }) => [name, does]));
});
