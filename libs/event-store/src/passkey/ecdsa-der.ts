import { concat } from '@parley/transparency/offline';

const [SEQUENCE, INTEGER, BYTES] = [0x30, 0x02, 32];

/**
 * The two numbers of an ECDSA signature on P-256, 32 bytes each, from their DER (RFC 3279, 2.2.3).
 * @returns `undefined` for any other spelling: there is one
 */
export function rawOfDer(der: Uint8Array): Uint8Array | undefined {
  const r = integerAt(der, 2);
  const s = r && integerAt(der, r.end);
  const isWhole = der[0] === SEQUENCE && der[1] === der.length - 2 && s?.end === der.length;
  return isWhole ? concat(r?.bytes ?? der, s.bytes) : undefined;
}

/** A number of at most 32 bytes, with as many as it takes to be 32, and where what stands behind it begins. */
function integerAt(der: Uint8Array, at: number): { readonly bytes: Uint8Array; readonly end: number } | undefined {
  const end = at + 2 + (der[at + 1] ?? 0);
  const [first = 0x80, second = 0x80] = der.subarray(at + 2, end);
  // A zero stands before a number whose highest bit is set, which would else be negative, and before no other.
  const isShortest = first < 0x80 && (first > 0 || second >= 0x80 || end === at + 3);
  const digits = der.subarray(first === 0 ? at + 3 : at + 2, end);
  if (der[at] !== INTEGER || end > der.length || !isShortest || digits.length > BYTES) return undefined;
  return { bytes: concat(new Uint8Array(BYTES - digits.length), digits), end };
}
