import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Settings } from './spawn-service';

interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Keys of messages for separate services, as an installation would be given them. */
export class MessageKeys {
  readonly #pairs: ReadonlyMap<string, KeyPair>;

  constructor(contexts: readonly string[]) {
    this.#pairs = new Map(contexts.map((context) => [context, generateKeyPairSync('ed25519')]));
  }

  settingsOf(context: string): Settings {
    const key = this.#pairs.get(context)?.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() ?? '';
    const lines = [...this.#pairs].map(
      ([name, { publicKey }]) => `${name} ${publicKey.export({ format: 'der', type: 'spki' }).toString('base64')}`,
    );
    return { PARLEY_MESSAGE_KEY: key, PARLEY_MESSAGE_PUBLIC_KEYS: lines.join('\n') };
  }
}
