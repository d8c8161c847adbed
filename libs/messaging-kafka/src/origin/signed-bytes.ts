/** Where a message is put: what was signed for one place is worth nothing in another. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
}

/** A message as it is signed. Headers are texts where it is sent, and bytes where it is read. */
export interface SignedMessage {
  readonly key: Uint8Array | string | null;
  readonly value: Uint8Array;
  readonly headers: Readonly<Record<string, Uint8Array | string>>;
}

/** The header that holds a message's signature: `<id of the key>.<signature, base64url>`. */
export const SIGNATURE_HEADER = 'ce_parleysignature';

/** So that no signature of another form, or of another text by the same key, passes for this one. */
const FORM = 'parley message 1';

/**
 * What the signature of a message is made over: where it lies, its key, all of its attributes and its data. The plain
 * trace header is left out, since telemetry on the way may put its own in place of it.
 * @returns one line of JSON, a line feed and the data; other messages have other bytes
 */
export function signedBytes({ topic, partition }: Place, { key, value, headers }: SignedMessage): Buffer {
  const attributes = Object.entries(headers)
    .filter(([name]) => isSigned(name))
    .map(([name, given]) => [name, textOf(given)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const head = JSON.stringify([FORM, topic, partition, key === null ? null : textOf(key), attributes]);
  return Buffer.concat([Buffer.from(`${head}\n`), value]);
}

const isSigned = (name: string): boolean =>
  name !== SIGNATURE_HEADER && (name.startsWith('ce_') || name === 'content-type');

/** A character for each byte, because bytes that are no UTF-8 would all become the same character. */
const textOf = (given: Uint8Array | string): string => Buffer.from(given as Uint8Array).toString('latin1');
