import { createHash } from 'node:crypto';

/** A draw by lot as it is published, as far as it is repeated from it. */
export interface PublishedDraw {
  readonly seat: string;
  readonly draw: number;
  readonly commitment: string | null;
  readonly secret: string | null;
  readonly nonces: readonly { readonly of: string; readonly commitment: string; readonly nonce: string | null }[];
  readonly rosterDigest: string;
  readonly eligible: readonly string[];
  readonly seed: string;
  readonly drawn: string;
}

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The seed, written by hand: its parts are plain characters, so nothing in them is escaped. */
export function seedOf({
  nonces,
  rosterDigest,
  seat,
  secret,
}: Pick<PublishedDraw, 'nonces' | 'rosterDigest' | 'seat' | 'secret'>): string {
  const open = nonces
    .filter(({ nonce }) => nonce !== null)
    .map(({ of, nonce }) => `"${of}":"${nonce ?? ''}"`)
    .sort();
  const kept = secret === null ? 'null' : `"${secret}"`;
  return hashOf(`{"nonces":{${open.join()}},"rosterDigest":"${rosterDigest}","seat":"${seat}","secret":${kept}}`);
}

/** The place that a seed gives among so many, in whole numbers of any size. */
export function placeOf(seed: string, count: number): number {
  const [span, names] = [1n << 48n, BigInt(count)];
  for (let block = 0; ; block++) {
    const number = BigInt(`0x${hashOf(`${seed}:${String(block)}`).slice(0, 12)}`);
    if (number < (span / names) * names) return Number(number % names);
  }
}

/** Who is drawn by what a draw was made of. */
export function drawnAnew(draw: PublishedDraw): string | undefined {
  const names = [...draw.eligible].sort();
  return names[placeOf(seedOf(draw), names.length)];
}
