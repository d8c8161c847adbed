import type { Checks } from './checks';

/** What is used of `crypto.subtle`. */
export interface Subtle {
  digest(algorithm: 'SHA-256', bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: 'Ed25519',
    extractable: boolean,
    usages: 'verify'[],
  ): Promise<unknown>;
  verify(
    algorithm: 'Ed25519',
    key: never,
    signature: Uint8Array<ArrayBuffer>,
    message: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>;
}

/** The primitives of WebCrypto: `webChecks(crypto.subtle)` in a browser. */
export const webChecks = (subtle: Subtle): Checks => ({
  digest: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', Uint8Array.from(bytes))),
  verifyEd25519: async (key, message, signature) => {
    if (key.length !== 32 || signature.length !== 64) return false;
    const imported = await subtle.importKey('raw', Uint8Array.from(key), 'Ed25519', false, ['verify']);
    return subtle.verify('Ed25519', imported as never, Uint8Array.from(signature), Uint8Array.from(message));
  },
});
