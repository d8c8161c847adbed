/** The two `Party` of the installation. */
export const PARTIES = Symbol('evidence.parties');
