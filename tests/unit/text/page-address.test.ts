import { describe, expect, test } from 'vitest';
import { addressAfterSignIn, home, ownAddress, withQuery } from '@/lib/text/page-address';
import { foreignAddresses, ownAddresses } from '../../support/attack/return-addresses';

describe('a return address', () => {
  test('there are at least 80 ways to lead elsewhere', () => {
    expect(new Set(foreignAddresses).size).toBeGreaterThanOrEqual(80);
  });

  test.each(foreignAddresses.map((address) => [address.slice(0, 60), address]))('%j leads home', (_, address) => {
    expect(ownAddress(address)).toBe(home);
  });

  test.each(ownAddresses)('%s is ours, and leads to %s', (wanted, address) => {
    expect(ownAddress(wanted)).toBe(address);
  });

  test('what is no text at all leads home', () => {
    for (const wanted of [undefined, null, 7, ['/reviews'], { toString: () => '/reviews' }])
      expect(ownAddress(wanted)).toBe(home);
  });

  test('whatever it is, a browser that follows the answer stays on our site', () => {
    const pieces = [
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2f',
      '%5c',
      'evil.example',
      '@',
      ':',
      '?',
      '#',
      '\t',
      'work',
      '//',
      'http:',
    ];
    for (let n = 0; n < 20_000; n += 1) {
      const address = Array.from({ length: 1 + (n % 7) }, (_, i) => pieces[(n * 31 + i * 17 + (n >> i)) % 16]).join('');
      const followed = new URL(ownAddress(address), 'https://own.example/sign-in');
      expect(followed.origin, address).toBe('https://own.example');
      expect(new URL(followed.pathname + followed.search, 'https://own.example').origin, address).toBe(
        'https://own.example',
      );
    }
  });

  test('after signing in nobody is led back to sign in', () => {
    for (const wanted of [
      '/sign-in',
      '/sign-in?then=/work',
      '/sign-in/',
      '/api/auth/callback/oidc',
      '/reviews/../sign-in',
    ])
      expect(addressAfterSignIn(wanted)).toBe(home);
    expect(addressAfterSignIn('/sign-in-history')).toBe('/sign-in-history');
  });

  test('a word is put into the query of an address, and an older one of that name goes', () => {
    expect(withQuery('/readings/csc-01/2018-07-01?kept=a&x=1#value', 'kept', 'b')).toBe(
      '/readings/csc-01/2018-07-01?kept=b&x=1#value',
    );
  });
});
