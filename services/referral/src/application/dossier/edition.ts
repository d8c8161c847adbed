import type { CaseFile } from './case-file';
import { holdsClaimsOfBoth } from './own-claims';

/**
 * Edition of the documents' templates. A change of any byte that they make of the same inputs is a new edition: a
 * dossier names the one that it was made with (I-51). The second tells, of a case that holds the measures of both
 * parties, the claims of who asked for the dossier alone, and what was said against claims that came in later; of any
 * other case both make the same bytes.
 */
export const editionOf = (file: CaseFile): string =>
  holdsClaimsOfBoth(file) || file.amendmentReplies.some(({ counterStatements }) => counterStatements.length > 0)
    ? '2026-2'
    : '2026-1';
