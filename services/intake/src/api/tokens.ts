/** The two `Party` of the installation. */
export const PARTIES = Symbol('intake.parties');
/** The clocks of each version of the rules. */
export const CLOCKS_OF = Symbol('intake.clocks-of');
