/** UUID of a case, from its filing on. */
export type CaseId = Brand<string, 'CaseId'>;

/** Stable pseudonym of a person; names and contacts live in a persons table, never in an event. */
export type PersonId = Brand<string, 'PersonId'>;

/** Code of a party as configured, such as `US` or `CN`. */
export type PartyCode = Brand<string, 'PartyCode'>;

/** Identity of one command: the same request sent again has the same one. */
export type CommandId = Brand<string, 'CommandId'>;

/** Lower-case hexadecimal SHA-256, 64 characters. */
export type Sha256 = Brand<string, 'Sha256'>;

const SHA256 = /^[0-9a-f]{64}$/;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for 64 lower-case hexadecimal characters. */
export const isSha256 = (text: string): text is Sha256 => SHA256.test(text);

/** True for a lower-case UUID of any version. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** A primitive that carries its meaning in its type, so that a case id cannot be passed where a person id is wanted. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
