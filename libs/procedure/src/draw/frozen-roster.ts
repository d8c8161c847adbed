import { canonicalJson, type Sha256 } from '@parley/kernel';
import { sha256Text } from './sha256-text';

/**
 * Names in the order of `LC_ALL=C sort -u`; a roster's names are pseudonyms in ASCII, so this is the order of their
 * bytes.
 */
export const sortedNames = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted();

/** Digest of a side's roster as it stood when the panel was opened: SHA-256 of the sorted names as canonical JSON. */
export const rosterDigest = (names: readonly string[]): Sha256 => sha256Text(canonicalJson(sortedNames(names)));
