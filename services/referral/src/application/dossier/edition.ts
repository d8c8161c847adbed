/**
 * Edition of the documents' templates. A change of any byte that they make of the same inputs is a new edition: a dossier
 * names the one that it was made with (I-51).
 */
export const DOSSIER_EDITION = '2026-1';
