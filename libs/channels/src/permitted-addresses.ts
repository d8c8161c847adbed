import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Networks in which nobody outside can have a receiver; each may be named to be permitted. */
const isPublic = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean => address.range() === 'unicast';

/** Whether a network holds an address: `10.0.0.0/8`, `192.0.2.1`, or a range's name such as `loopback`. */
function holds(network: string, address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (!ipaddr.isValid(network) && !ipaddr.isValidCIDR(network)) {
    const named = network === 'linklocal' ? 'linkLocal' : network === 'uniquelocal' ? 'uniqueLocal' : network;
    return address.range() === named || (named === 'uniqueLocal' && address.range() === 'private');
  }
  const [base, bits] = network.includes('/')
    ? ipaddr.parseCIDR(network)
    : ([ipaddr.parse(network), address.kind() === 'ipv4' ? 32 : 128] as const);
  if (base.kind() !== address.kind()) return false;
  return base instanceof ipaddr.IPv4
    ? (address as ipaddr.IPv4).match(base, bits)
    : (address as ipaddr.IPv6).match(base, bits);
}

export interface Permitted {
  /** Private networks that the configuration names. */
  readonly networks: readonly string[];
  /** Whether public addresses are permitted as well, as they are with TLS. */
  readonly isPublicToo: boolean;
}

/** The addresses to which a webhook may connect. */
export function permitsAddress(address: string, { networks, isPublicToo }: Permitted): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return (isPublicToo && isPublic(parsed)) || networks.some((network) => holds(network, parsed));
}

/** The name was resolved to an address to which nothing is sent. */
export class NotPermittedError extends Error {
  readonly code = 'not-permitted';
}

type Lookup = (
  host: string,
  options: { readonly all: true },
  found: (error: NodeJS.ErrnoException | null, all?: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name for the very connection that is made, and fails where any of its addresses is not permitted. So a
 * name that leads elsewhere a moment later (DNS rebinding) leads nowhere.
 */
export const guardedLookup =
  (permitted: Permitted, lookup: Lookup = systemLookup): LookupFunction =>
  (host, options, callback) => {
    lookup(host, { all: true }, (error, all = []) => {
      const [first] = all;
      const isBarred = all.length === 0 || all.some(({ address }) => !permitsAddress(address, permitted));
      if (error) callback(error, '', 0);
      else if (isBarred || !first) callback(new NotPermittedError(host), '', 0);
      else if (options.all) callback(null, all);
      else callback(null, first.address, first.family);
    });
  };
