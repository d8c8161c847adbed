/** What it takes to check the signature of an act, and nothing that only Node has: for a verifier from one file. */
export * from './passkey/assertion-fault';
export * from './passkey/passkey-assertion';
export * from './passkey/signature-checks';
