/** Object ids of PostgreSQL's element types; they are the same in every installation. */
const [BYTEA, INT8, INT4, TEXT, UUID] = [17, 20, 23, 25, 2950];

/**
 * Arrays in PostgreSQL's binary format, which `pg` passes through as they are. The text format would quote and escape
 * every header on this side and undo it on the other, and turn each payload into hexadecimal.
 */

export function textArray(items: readonly (string | null)[]): Buffer {
  const lengths = items.map((item) => (item === null ? -1 : Buffer.byteLength(item)));
  const buffer = startArray(TEXT, items.length, lengths);
  let at = HEADER_BYTES;
  for (const [index, item] of items.entries()) {
    at = buffer.writeInt32BE(lengths[index] ?? -1, at);
    if (item !== null) at += buffer.write(item, at);
  }
  return buffer;
}

/** @param items lower-case UUIDs with dashes */
export function uuidArray(items: readonly string[]): Buffer {
  const buffer = startArray(UUID, items.length, items.map(() => UUID_BYTES));
  let at = HEADER_BYTES;
  for (const item of items) {
    at = buffer.writeInt32BE(UUID_BYTES, at);
    at += buffer.write(item.replaceAll('-', ''), at, 'hex');
  }
  return buffer;
}

export function byteaArray(items: readonly (Uint8Array | null)[]): Buffer {
  const lengths = items.map((item) => item?.byteLength ?? -1);
  const buffer = startArray(BYTEA, items.length, lengths);
  let at = HEADER_BYTES;
  for (const item of items) {
    at = buffer.writeInt32BE(item?.byteLength ?? -1, at);
    if (item === null) continue;
    buffer.set(item, at);
    at += item.byteLength;
  }
  return buffer;
}

export const int4Array = (items: readonly number[]): Buffer =>
  fixedArray(INT4, 4, items, (buffer, value, at) => buffer.writeInt32BE(value, at));
export const int8Array = (items: readonly number[]): Buffer =>
  fixedArray(INT8, 8, items, (buffer, value, at) => buffer.writeBigInt64BE(BigInt(value), at));

const HEADER_BYTES = 20;
const UUID_BYTES = 16;

/** @param lengths of the elements in bytes; -1 for NULL */
function startArray(elementType: number, count: number, lengths: readonly number[]): Buffer {
  let bytes = HEADER_BYTES;
  for (const length of lengths) bytes += 4 + Math.max(0, length);
  const buffer = Buffer.allocUnsafe(bytes);
  buffer.writeInt32BE(1, 0); // dimensions
  buffer.writeInt32BE(lengths.includes(-1) ? 1 : 0, 4);
  buffer.writeInt32BE(elementType, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16); // subscript of the first
  return buffer;
}

function fixedArray(elementType: number, width: number, items: readonly number[], write: (buffer: Buffer, value: number, at: number) => void): Buffer {
  const buffer = startArray(elementType, items.length, items.map(() => width));
  let at = HEADER_BYTES;
  for (const item of items) {
    at = buffer.writeInt32BE(width, at);
    write(buffer, item, at);
    at += width;
  }
  return buffer;
}
