import { canonicalJson, type Sha256 } from '@parley/kernel';
import { drawIndex } from './draw-index';
import { rosterDigest, sortedNames } from './frozen-roster';
import { sha256Text } from './sha256-text';

/** A secret, or a nonce, is 64 lower-case hexadecimal characters, made with a random generator by who commits to it. */
const HIDDEN = /^[0-9a-f]{64}$/;

/** What a desk added to a draw. */
export interface DrawNonce {
  /** Role of the side whose nonce it is, such as `complainant`; a draw does not turn on the name of a country. */
  readonly of: string;
  /** SHA-256 of the nonce, published before the draw was called. */
  readonly commitment: Sha256;
  /** `null` when it was not laid open in time: then it is left out of the draw. */
  readonly nonce: string | null;
}

/** What goes into a draw by lot. */
export interface DrawInputs {
  /** The seat that is drawn, such as `respondent-2`. */
  readonly seat: string;
  /** 1 for the first draw of this seat. Each has a secret and nonces of its own. */
  readonly draw: number;
  /** SHA-256 of the secret, published beforehand; `null` where none was. */
  readonly commitment: Sha256 | null;
  /** Laid open at the draw, and last; `null` when it was not, and the draw goes on without it. */
  readonly secret: string | null;
  /** Those to which desks had committed themselves, in a fixed order of their roles. */
  readonly nonces: readonly DrawNonce[];
  /** The side's frozen roster; sorted in a record. */
  readonly roster: readonly string[];
  /** Names on the roster that can be drawn for this seat; sorted in a record. */
  readonly eligible: readonly string[];
}

/** A draw by lot as it is published: all that anyone needs to repeat it. */
export interface DrawRecord extends DrawInputs {
  readonly rosterDigest: Sha256;
  readonly seed: Sha256;
  readonly drawn: string;
}

/** True for a text that can be committed to: 64 lower-case hexadecimal characters. */
export const canBeCommitted = (hidden: string): boolean => HIDDEN.test(hidden);

/**
 * The commitment to a secret, or to a nonce, that is published before it is laid open: SHA-256 of its characters.
 * @throws {RangeError} when it is not 64 lower-case hexadecimal characters
 */
export function drawCommitment(hidden: string): Sha256 {
  if (!canBeCommitted(hidden))
    throw new RangeError('a secret or nonce of a draw is 64 lower-case hexadecimal characters');
  return sha256Text(hidden);
}

/**
 * SHA-256 of the canonical JSON of the nonces that were laid open, by role, of the frozen roster's digest, the seat and
 * the secret, which is `null` when it was not laid open.
 */
export const drawSeed = ({ nonces, secret, seat }: DrawInputs, digest: Sha256): Sha256 =>
  sha256Text(
    canonicalJson({
      nonces: Object.fromEntries(nonces.flatMap(({ of, nonce }) => (nonce === null ? [] : [[of, nonce]]))),
      rosterDigest: digest,
      seat,
      secret,
    }),
  );

/**
 * Draws one name for a seat.
 * @param inputs who is eligible is for the caller to say, and to record why others are not
 * @returns the record, or `undefined` when nobody is eligible (the screening then lapses, S6)
 * @throws {RangeError} when the secret or a nonce is malformed or does not open its commitment, or an eligible name is
 *   not on the roster
 */
export function drawByLot(inputs: DrawInputs): DrawRecord | undefined {
  const { secret, commitment, nonces, roster } = inputs;
  const opened = nonces.flatMap(({ nonce, commitment: hash }) => (nonce === null ? [] : [[nonce, hash] as const]));
  const open = secret === null ? opened : [[secret, commitment] as const, ...opened];
  if (!open.every(([hidden, hash]) => drawCommitment(hidden) === hash))
    throw new RangeError('what is laid open at a draw opens a commitment');
  const eligible = sortedNames(inputs.eligible);
  if (!eligible.every((name) => roster.includes(name)))
    throw new RangeError('only who is on the frozen roster can be drawn');
  const digest = rosterDigest(roster);
  const seed = drawSeed(inputs, digest);
  const drawn = eligible.length === 0 ? undefined : eligible[drawIndex(seed, eligible.length)];
  return drawn === undefined
    ? undefined
    : { ...inputs, roster: sortedNames(roster), rosterDigest: digest, eligible, seed, drawn };
}
