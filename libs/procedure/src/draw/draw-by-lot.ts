import { canonicalJson, type Sha256 } from '@parley/kernel';
import { drawIndex } from './draw-index';
import { rosterDigest, sortedNames } from './frozen-roster';
import { sha256Text } from './sha256-text';

/** A secret is 64 lower-case hexadecimal characters. Whoever opens the panel makes it with a random generator. */
const SECRET = /^[0-9a-f]{64}$/;

/** A draw by lot as it is published: all that anyone needs to repeat it. */
export interface DrawRecord {
  /** The seat that is drawn, such as `respondent-2`. */
  readonly seat: string;
  /** SHA-256 of the secret, published when the panel was opened. */
  readonly commitment: Sha256;
  /** Published with the draw. */
  readonly secret: string;
  /** The side's roster as it was frozen when the panel was opened, sorted. */
  readonly roster: readonly string[];
  readonly rosterDigest: Sha256;
  /** Names on the roster that could be drawn for this seat, sorted. */
  readonly eligible: readonly string[];
  readonly seed: Sha256;
  readonly drawn: string;
}

/**
 * The commitment that is published when a panel is opened. @throws {RangeError} when the secret is not 64 lower-case
 * hexadecimal characters
 */
export function drawCommitment(secret: string): Sha256 {
  if (!SECRET.test(secret)) throw new RangeError('the secret of a draw is 64 lower-case hexadecimal characters');
  return sha256Text(secret);
}

/** SHA-256 of the canonical JSON of the secret, the frozen roster's digest and the seat. */
export const drawSeed = (secret: string, digest: Sha256, seat: string): Sha256 =>
  sha256Text(canonicalJson({ rosterDigest: digest, seat, secret }));

/**
 * Draws one name for a seat.
 * @param eligible those of the roster who may take the seat; the caller says who is excluded and records why
 * @returns the record, or `undefined` when nobody is eligible (the screening then lapses, S6)
 * @throws {RangeError} when the secret is malformed or an eligible name is not on the roster
 */
export function drawByLot(
  secret: string,
  seat: string,
  roster: readonly string[],
  eligible: readonly string[],
): DrawRecord | undefined {
  const commitment = drawCommitment(secret);
  const names = sortedNames(eligible);
  if (!names.every((name) => roster.includes(name)))
    throw new RangeError('only who is on the frozen roster can be drawn');
  const digest = rosterDigest(roster);
  const seed = drawSeed(secret, digest, seat);
  const drawn = names.length === 0 ? undefined : names[drawIndex(seed, names.length)];
  return drawn === undefined
    ? undefined
    : { seat, commitment, secret, roster: sortedNames(roster), rosterDigest: digest, eligible: names, seed, drawn };
}
