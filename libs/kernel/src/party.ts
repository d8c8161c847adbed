import type { PartyCode } from './ids';
import type { Bilingual } from './text';

/** The role of a party in one case. */
export type Side = 'complainant' | 'respondent';

/** A party as configured. There are exactly two. */
export interface Party {
  readonly code: PartyCode;
  readonly name: Bilingual;
  /** Its name within a sentence, such as `the United States`. */
  readonly inSentence: Bilingual;
  /** Prefix of its exhibits' numbers, such as `USA` in `USA-1`. */
  readonly exhibitPrefix: string;
  /** Name of its working-day calendar. */
  readonly calendar: string;
  /** The desk that acts for it. */
  readonly desk: Bilingual;
}

/** The two parties of one case by role. */
export interface CaseParties {
  readonly complainant: PartyCode;
  readonly respondent: PartyCode;
}

/** The role of a party in a case. @throws RangeError when it is neither of the two */
export function sideOf(parties: CaseParties, party: PartyCode): Side {
  if (party === parties.complainant) return 'complainant';
  if (party === parties.respondent) return 'respondent';
  throw new RangeError(`${party} is not a party of this case`);
}

export const otherSide = (side: Side): Side => (side === 'complainant' ? 'respondent' : 'complainant');

/** A public key of a party (RFC 7517): Ed25519, or ECDSA on P-256. Coordinates are base64url. */
export type PartyJwk =
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };
