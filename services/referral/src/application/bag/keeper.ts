/**
 * Whose the bytes of dossiers are: no other context can take them away, though a party uploads the same ones and lets
 * go of them.
 */
export const KEEPER = 'referral';
