import { canonicalJson, type IsoDate, type Sha256 } from '@parley/kernel';
import { sha256Text } from '../draw/sha256-text';
import type { RuleSet } from './rule-set';

/** A version of the rules as both co-heads sign it: everything in it, and its day. When it took effect is no part. */
export type RuleSetDocument = Omit<RuleSet, 'inForceFrom'> & { readonly from: IsoDate | null };

/**
 * The text that is signed for a version, as plain data.
 * @param from day at the seat from which cases are filed under it; `null` for from its adoption on
 */
export function ruleSetDocument({ inForceFrom: _, ...ruleSet }: RuleSet, from: IsoDate | null): RuleSetDocument {
  return { ...ruleSet, from };
}

/** I-71: the digest of a version, which is the SHA-256 of its document as canonical JSON. */
export const ruleSetDigest = (ruleSet: RuleSet, from: IsoDate | null): Sha256 =>
  sha256Text(canonicalJson(ruleSetDocument(ruleSet, from)));
