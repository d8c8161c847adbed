/** Bytes one after the other. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

const encoder = new TextEncoder();

/** The UTF-8 of a text. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** A text of strict UTF-8, a mark at its beginning included; `undefined` when the bytes are none. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Eight bytes, the highest first (RFC 8446 §3.3). */
export function uint64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** The number at the beginning of bytes. @returns `undefined` beyond 2^53 - 1, or where there are not eight bytes */
export function readUint64(bytes: Uint8Array): number | undefined {
  if (bytes.length < 8) return undefined;
  const value = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0));
  return Number.isSafeInteger(value) ? value : undefined;
}
