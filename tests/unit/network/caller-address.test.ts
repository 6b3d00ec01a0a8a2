import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callerOf, countedAddress, isNear } from '@/lib/network/caller-address';

const from = (peer: string | null, forwarded: string | null, proxies: number | null, secure = false) =>
  callerOf({ peer, forwarded, proxies, secure });

describe('where a request comes from', () => {
  test('X-Forwarded-For is believed as far as our own proxies wrote it', () => {
    const header = '6.6.6.6, 203.0.113.9, 198.51.100.2';
    expect(from('10.0.0.2', header, 0)).toBe('10.0.0.2');
    expect(from('10.0.0.2', header, 1)).toBe('198.51.100.2');
    expect(from('10.0.0.2', header, 2)).toBe('203.0.113.9');
  });

  test('a way that is shorter than said, or an entry that is no address, leaves the connection', () => {
    expect(from('203.0.113.1', null, 1)).toBe('203.0.113.1');
    expect(from('203.0.113.1', '6.6.6.6', 4)).toBe('203.0.113.1');
    for (const odd of ['', 'unknown', 'a'.repeat(500), '10.0.0.1; drop', '6.6.6.6, '])
      expect(from('203.0.113.1', odd, 1)).toBe('203.0.113.1');
    expect(from(null, '6.6.6.6', null)).toBeNull();
  });

  test('where nobody said: a near proxy by https, and by http none', () => {
    expect(from('127.0.0.1', '6.6.6.6, 203.0.113.9', null, true)).toBe('203.0.113.9');
    expect(from('::ffff:10.1.2.3', '203.0.113.9', null, true)).toBe('203.0.113.9');
    expect(from('127.0.0.1', '203.0.113.9', null)).toBe('127.0.0.1');
    // Somebody who came past the proxy.
    expect(from('198.51.100.1', '203.0.113.9', null, true)).toBe('198.51.100.1');
  });

  test('whatever a caller begins the header with, the address stays the one that the proxy saw', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())), fc.ipV4(), (made, seen) => {
        expect(from('127.0.0.1', [...made, seen].join(', '), null, true)).toBe(seen);
        expect(from(seen, made.join(', '), null)).toBe(seen);
      }),
    );
  });
});

test('of an IPv6 address the block of 64 bits counts, however it is written', () => {
  for (const same of ['2001:DB8::1', '2001:db8:0:0:ffff::', '[2001:db8::2]:443', '2001:0db8:0000:0000:1:2:3:4'])
    expect(countedAddress(same), same).toBe('2001:db8:0:0::/64');
  expect(countedAddress('::ffff:203.0.113.9')).toBe('203.0.113.9');
  expect(countedAddress('203.0.113.9:51000')).toBe('203.0.113.9');
  expect(countedAddress('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
});

test('near is this machine and private networks', () => {
  for (const near of ['127.0.0.1', '::1', '10.0.0.1', '172.31.0.1', '192.168.1.1', 'fd00::1', '::ffff:127.0.0.1'])
    expect(isNear(near), near).toBe(true);
  for (const far of ['203.0.113.9', '172.32.0.1', '2001:db8::1', '', null])
    expect(isNear(far), String(far)).toBe(false);
});
