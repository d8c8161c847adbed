import { fromBase64Url, fromUtf8, utf8 } from '@parley/transparency/offline';
import { objectIn } from './fields';

/** A compact JWS (RFC 7515, 7.1), before any of it is believed. */
export interface CompactJws {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Uint8Array;
  /** What is signed. */
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** Reads a JWS. @returns `undefined` for anything else, and for another spelling of the same bytes */
export function readJws(jws: string): CompactJws | undefined {
  const [head, payload, signature, ...more] = jws.split('.').map(fromBase64Url);
  if (!head || !payload || !signature || more.length > 0) return undefined;
  const header = objectIn(fromUtf8(head) ?? '');
  return header && { header, payload, signature, message: utf8(jws.slice(0, jws.lastIndexOf('.'))) };
}

/**
 * Whether a JWS is by one of some algorithms, and its header asks for nothing that would have to be understood (RFC
 * 7515, 4.1.11).
 */
export const isPlain = ({ header }: CompactJws, ...algorithms: readonly string[]): boolean =>
  algorithms.includes(String(header['alg'])) && !('crit' in header) && !('b64' in header);
