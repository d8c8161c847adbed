/** The `Clock` of the process. */
export const CLOCK = Symbol('parley.clock');
/** The pino logger of the process. */
export const LOGGER = Symbol('parley.logger');
/** The `TokenVerifier` of the process. */
export const TOKEN_VERIFIER = Symbol('parley.token-verifier');
/** Who speaks for the parties: `Delegations`. */
export const DELEGATIONS = Symbol('parley.delegations');
/** The keys of the parties: `PartyKeys`. */
export const PARTY_KEYS = Symbol('parley.party-keys');
/** The `CursorCodec` of the process. */
export const CURSORS = Symbol('parley.cursors');
/** The `RegistrySigner`. */
export const SIGNER = Symbol('parley.signer');
/** The readiness checks of the process: a list of `ReadinessCheck`. */
export const READINESS_CHECKS = Symbol('parley.readiness-checks');
/** The address under which clients reach the system, without a slash at its end; empty where nobody says it. */
export const PUBLIC_URL = Symbol('parley.public-url');

/** Tells the keys by which the registry has signed, each with its time. */
export const SIGNING_KEYS_TAKEN = Symbol('parley.signing-keys');
