import { lookup as resolve, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Not of the public internet: IANA's special-purpose address registries, and multicast. */
const RESERVED = {
  ipv4: networks('ipv4', [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ]),
  /** All but 2000::/3, and within it what carries other addresses or documents. */
  ipv6: networks('ipv6', [
    ['::', 3],
    ['4000::', 2],
    ['8000::', 1],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ]),
} as const;

function networks(family: 'ipv4' | 'ipv6', subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of subnets) list.addSubnet(address, prefix, family);
  return list;
}

export class AddressRefused extends Error {}

/** Whether an address may be called: any that is opened, and with https any of the public internet. */
export function mayBeCalled(address: string, protocol: string, opened: BlockList): boolean {
  const [bare = ''] = address.split('%');
  const family = isIP(bare) === 6 ? 'ipv6' : 'ipv4';
  return opened.check(bare, family) || (protocol === 'https:' && !RESERVED[family].check(bare, family));
}

/** Whether no address that a URL leads to may be called, so far as the URL alone says it. */
export function leadsNowhere(url: URL, opened: BlockList): boolean {
  const addresses = writtenAddresses(url);
  return addresses.length > 0 && !addresses.some((address) => mayBeCalled(address, url.protocol, opened));
}

/** The address that a URL writes out, which is never looked up; loopback of a localhost name (RFC 6761, 6.3). */
function writtenAddresses({ hostname }: URL): readonly string[] {
  if (/(^|\.)localhost\.?$/.test(hostname)) return ['127.0.0.1', '::1'];
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? [] : [bare];
}

/** Finds the addresses of a name that may be called: those that are connected to, whatever the name says another time. */
export const lookupFor =
  (protocol: string, opened: BlockList): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const callable = addresses.filter(({ address }) => mayBeCalled(address, protocol, opened));
      const [first] = callable as [LookupAddress?];
      if (first === undefined) return callback(new AddressRefused(), []);
      return options.all ? callback(null, callable) : callback(null, first.address, first.family);
    });
