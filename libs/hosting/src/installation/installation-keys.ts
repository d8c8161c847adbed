import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  cursorSecret,
  ED25519_PEM,
  formerSigner,
  keptSecret,
  keptSigner,
  REGISTRY_KEY,
  registrySigner,
  secretIfThere,
  type RegistrySigner,
  type SecretForm,
  type Signer,
} from '@parley/auth';
import type { LogKeys } from '@parley/http';
import { StartError } from '../process/start-error';
import { COMMON_SECRET, commonKeyIn, FORMER_COMMON_KEY } from './former-common-key';
import { LOG_KEY, LOG_SECRET, logKeyFrom, logKeysIn } from './log-keys';

/** What one service works with of the installation's keys. Nothing of it can be derived from what another has. */
export interface ServiceKeys {
  /** The secret of cursors, so that a cursor outlives a restart and is good in every instance. */
  readonly cursorSecret: Uint8Array;
  /** The service's own secret, from which it derives others. */
  readonly derivationKey?: Uint8Array;
  /** Signs receipts. */
  readonly signer?: RegistrySigner;
  /** The key of receipts before it, where its file lies beside; it signs for the one after it. */
  readonly formerSigner?: RegistrySigner | undefined;
  /** Signs what the service pushes to the programs of the parties. */
  readonly webhookSigner?: RegistrySigner;
  /** The key of webhooks before it, likewise. */
  readonly formerWebhookSigner?: RegistrySigner | undefined;
  /** Signs the transparency log. */
  readonly logKeys?: LogKeys;
  /** What a later start is compared by: thumbprints and fingerprints by the names of files. They give nothing away. */
  readonly pins: ReadonlyMap<string, string>;
  /** Writes out what follows from a key that was common to all, once it is known to be that of the record. */
  keep(): void;
}

/** The keys of a process that has all services in it. */
export interface InstallationKeys {
  readonly cursorSecret: Uint8Array;
  of(context: string): ServiceKeys;
}

/** Signs webhooks of the audit. */
export const WEBHOOKS_KEY = 'webhooks-ed25519.pem';

/** The files of each service beside that of cursors: a secret to derive from, and keys to sign by. */
const FILES: Readonly<Record<string, { readonly secret?: string; readonly signs?: readonly string[] }>> = {
  intake: { secret: 'alerts.key', signs: [REGISTRY_KEY] },
  evidence: { secret: 'redactions.key' },
  panelreview: { secret: 'draws.key' },
  referral: {},
  audit: { secret: 'webhooks.key', signs: [LOG_KEY, WEBHOOKS_KEY] },
};

const filesOf = (context: string): readonly string[] => {
  const { secret, signs = [] } = FILES[context] ?? {};
  return [...signs, ...(secret === undefined ? [] : [secret])];
};

/**
 * Opens the files that a service needs and no other, and makes those that are not there yet. In a folder that had one
 * key for all that is derived, they follow from that one, so that everything goes on as it was.
 * @param context of the service, such as `panelreview`
 * @throws KeyFileError for a file of another form; the error of the file system when that cannot be done
 */
export function openServiceKeys(keysDir: string, context: string): ServiceKeys {
  const { secret, signs = [] } = FILES[context] ?? {};
  const at = (name: string): string => path.join(keysDir, name);
  const pins = new Map<string, string>();
  const unwritten: (() => void)[] = [];
  const kept = (name: string, form: SecretForm<Uint8Array>, from: (common: Uint8Array) => Uint8Array): Uint8Array => {
    const common = existsSync(at(name)) ? undefined : commonKeyIn(keysDir);
    const following = common && from(common);
    if (following) unwritten.push(() => keptSecret(at(name), { ...form, make: () => following }));
    const key = following ?? keptSecret(at(name), form);
    pins.set(name, fingerprintOf(key));
    return key;
  };
  const pinned = <Of extends Signer>(name: string, signer: Of): Of => {
    pins.set(name, signer.publicKey.kid);
    return signer;
  };
  const receipts = signs.includes(REGISTRY_KEY) ? pinned(REGISTRY_KEY, registrySigner(keysDir)) : undefined;
  const webhooks = signs.includes(WEBHOOKS_KEY) ? pinned(WEBHOOKS_KEY, keptSigner(at(WEBHOOKS_KEY))) : receipts;
  return {
    cursorSecret: cursorSecret(keysDir),
    ...(receipts ? { signer: receipts, formerSigner: formerSigner(at(REGISTRY_KEY)) } : {}),
    ...(webhooks ? { webhookSigner: webhooks, formerWebhookSigner: formerSigner(at(WEBHOOKS_KEY)) } : {}),
    ...(signs.includes(LOG_KEY) ? { logKeys: logKeysIn(kept(LOG_KEY, LOG_SECRET, logKeyFrom)) } : {}),
    ...(secret === undefined ? {} : { derivationKey: kept(secret, COMMON_SECRET, (common) => common) }),
    pins,
    keep: () => {
      for (const write of unwritten.splice(0)) write();
    },
  };
}

/** Opens the keys of all services, as `openServiceKeys` does. */
export function openKeys(keysDir: string): InstallationKeys {
  const opened = new Map(Object.keys(FILES).map((context) => [context, openServiceKeys(keysDir, context)]));
  return {
    cursorSecret: cursorSecret(keysDir),
    of: (context) => opened.get(context) ?? openServiceKeys(keysDir, context),
  };
}

/**
 * Makes sure that no key is made anew beside a record that was begun with another one, and that those which are there
 * are whole.
 * @param contexts of the services that start; all when left out
 * @throws StartError that names the keys which are gone; KeyFileError for one of another form
 */
export function insistOnKeys(keysDir: string, contexts: readonly string[] = Object.keys(FILES)): void {
  const isThere = (name: string): boolean => existsSync(path.join(keysDir, name));
  // Every other one can be made again from a key that was common to all, or is compared with the record's then.
  const hasCommon = isThere(FORMER_COMMON_KEY);
  const gone = contexts.flatMap(filesOf).filter((name) => !isThere(name) && (name === REGISTRY_KEY || !hasCommon));
  if (gone.length > 0)
    throw new StartError(
      `${gone.map((name) => path.join(keysDir, name)).join(' and ')} ${gone.length > 1 ? 'are' : 'is'} gone, and ` +
        'the record was begun with them. Put the folder of keys back from its copy, or, where that is lost for good, ' +
        'start once with PARLEY_KEYS=replaced.',
    );
  for (const name of contexts.flatMap(filesOf)) secretIfThere(path.join(keysDir, name), formOf(name));
}

const formOf = (name: string): SecretForm<unknown> => {
  if (name === LOG_KEY) return LOG_SECRET;
  return name.endsWith('.pem') ? ED25519_PEM : COMMON_SECRET;
};

/** Tells secrets of random bytes apart, and gives none away. */
const fingerprintOf = (secret: Uint8Array): string => hash('sha256', Buffer.concat([PURPOSE, secret]));
const PURPOSE = Buffer.from('parley fingerprint of a key\n');
