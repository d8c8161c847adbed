/** The bytes of dossiers, by digest. */
export const BLOBS = Symbol('referral.blobs');
