/** The bytes of dossiers, by digest. */
export const BLOBS = Symbol('referral.blobs');
/** Builds an issued dossier again. */
export const REBUILD = Symbol('referral.rebuild');
/** The two parties of this installation, in the order of their codes. */
export const SIGNATORIES = Symbol('referral.signatories');
