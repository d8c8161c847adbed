import { generateKeyPairSync } from 'node:crypto';
import { ed25519Signer } from './ed25519.signer';
import type { RegistrySigner } from './signer';

/** A signer with a key that is kept nowhere, for specs. */
export const memorySigner = (): RegistrySigner => ed25519Signer(generateKeyPairSync('ed25519').privateKey);
