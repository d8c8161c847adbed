/** The header with which an act is signed. */
export const SIGNATURE_HEADER = 'Parley-Signature';
