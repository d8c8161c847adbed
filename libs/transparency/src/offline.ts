/**
 * What it takes to verify a proof, and nothing that only Node has: for a verifier that runs in a browser, or from one
 * file.
 */
export * from './checkpoint/checkpoint';
export * from './checks';
export * from './encoding/base64';
export * from './encoding/bytes';
export * from './log-refused';
export * from './note/parse-note';
export * from './policy/judge-checkpoint';
export * from './policy/on-the-logs-machine';
export * from './policy/parse-policy';
export * from './proof/tlog-proof';
export * from './proof/verify-proof';
export * from './tree/hashes';
export * from './tree/verify-consistency';
export * from './tree/verify-inclusion';
export * from './web-checks';
