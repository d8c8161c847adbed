/** Object ids of PostgreSQL's element types; they are the same in every installation. */
const [BYTEA, INT8, INT4, TEXT, UUID] = [17, 20, 23, 25, 2950];

/**
 * Arrays in PostgreSQL's binary format, which `pg` passes through as they are. The text format would quote and escape
 * every header on this side and undo it on the other, and turn each payload into hexadecimal.
 */
export const byteaArray = (items: readonly (Uint8Array | null)[]): Buffer => arrayOf(BYTEA, items);
export const textArray = (items: readonly (string | null)[]): Buffer => arrayOf(TEXT, items.map((item) => (item === null ? null : Buffer.from(item))));
export const uuidArray = (items: readonly string[]): Buffer => arrayOf(UUID, items.map((item) => Buffer.from(item.replaceAll('-', ''), 'hex')));

export const int4Array = (items: readonly number[]): Buffer =>
  fixedArray(INT4, 4, items, (buffer, value, at) => buffer.writeInt32BE(value, at));
export const int8Array = (items: readonly number[]): Buffer =>
  fixedArray(INT8, 8, items, (buffer, value, at) => buffer.writeBigInt64BE(BigInt(value), at));

const HEADER_BYTES = 20;

function startArray(elementType: number, count: number, bodyBytes: number, nulls: boolean): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + bodyBytes);
  buffer.writeInt32BE(1, 0); // dimensions
  buffer.writeInt32BE(nulls ? 1 : 0, 4);
  buffer.writeInt32BE(elementType, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16); // subscript of the first
  return buffer;
}

function arrayOf(elementType: number, items: readonly (Uint8Array | null)[]): Buffer {
  let bytes = 0;
  let nulls = false;
  for (const item of items) {
    bytes += 4 + (item?.byteLength ?? 0);
    nulls ||= item === null;
  }
  const buffer = startArray(elementType, items.length, bytes, nulls);
  let at = HEADER_BYTES;
  for (const item of items) {
    at = buffer.writeInt32BE(item === null ? -1 : item.byteLength, at);
    if (item === null) continue;
    buffer.set(item, at);
    at += item.byteLength;
  }
  return buffer;
}

function fixedArray(elementType: number, width: number, items: readonly number[], write: (buffer: Buffer, value: number, at: number) => void): Buffer {
  const buffer = startArray(elementType, items.length, items.length * (4 + width), false);
  let at = HEADER_BYTES;
  for (const item of items) {
    at = buffer.writeInt32BE(width, at);
    write(buffer, item, at);
    at += width;
  }
  return buffer;
}
