/** The first 64 bits of an IPv6 address belong to a household or a machine, which may choose the rest at will. */
const blockGroups = 4;

/** An address as it is counted: IPv4 as it is, of IPv6 the block of 64 bits; null for what is no address. */
export function countedAddress(address: string | null | undefined): string | null {
  const [zoneless = ''] = (address ?? '').trim().toLowerCase().split('%');
  const text = zoneless.replace(/^\[|\](?::\d{1,5})?$/g, '');
  const plain = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(text)?.[1];
  if (plain) return plain;
  if (!/^[\da-f:]{2,39}$/.test(text) || !text.includes(':')) return null;
  const [head = '', tail] = text.split('::');
  const groups = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const [before = [], after = []] = groups;
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const block = [...before, ...zeros, ...after].slice(0, blockGroups);
  return `${block.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Whether a connection comes from this machine or its own network, as one from a proxy of ours does. */
export function isNear(peer: string | null): boolean {
  const counted = countedAddress(peer);
  if (!counted) return false;
  if (counted === '0:0:0:0::/64') return true;
  return /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][\da-f]{2}:)/.test(counted);
}

type Arrival = {
  /** The far end of the connection itself. */
  peer: string | null;
  /** X-Forwarded-For, which every proxy adds to, and a caller may begin with anything. */
  forwarded: string | null;
  /** How many proxies of our own stand in front; null where the setting is missing. */
  proxies: number | null;
  /** Whether people come by https, which this server does not speak itself: then there is a proxy. */
  secure: boolean;
};

/**
 * The address that a request comes from, as the farthest of our own proxies saw it: the connection's far end is the last
 * entry of the way, and each proxy goes one back. Where no setting says how many there are, one is believed that is near and by
 * https; else none. An entry that is not there, or is no address, leaves the connection itself.
 */
export function callerOf({ peer, forwarded, proxies, secure }: Arrival): string | null {
  const ours = proxies ?? (secure && isNear(peer) ? 1 : 0);
  const way = [...(forwarded ? forwarded.split(',') : []), peer];
  return countedAddress(way.at(-1 - ours)) ?? countedAddress(peer);
}
