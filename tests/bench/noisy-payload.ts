import { randomBytes } from 'node:crypto';

/** A payload of so many bytes of JSON, half of which cannot be compressed, like sealed or hashed data. */
export function noisyPayload(bytes: number): Uint8Array {
  const noise = randomBytes(Math.floor(bytes / 4))
    .toString('hex')
    .slice(0, Math.floor(bytes / 2));
  const empty = JSON.stringify({ digest: noise, summary: '' });
  return Buffer.from(
    JSON.stringify({
      digest: noise,
      summary: 'the measure at issue '.repeat(bytes).slice(0, Math.max(0, bytes - empty.length)),
    }),
  );
}
