import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BackupRefused } from '../backup-refused';
import { filesBelow } from './written-files';

/** The keys of an installation by the paths of their files. They are small. */
export type KeyFiles = ReadonlyMap<string, Uint8Array>;

export const SEALED_KEYS = 'keys.sealed';

/** As OWASP asks for scrypt at least: 128 MiB and some tenths of a second for each guess. */
const HARDNESS = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };

export async function readKeys(folder: string): Promise<KeyFiles> {
  const files = new Map<string, Uint8Array>();
  for await (const name of filesBelow(folder)) files.set(name, await readFile(path.join(folder, name)));
  return files;
}

export async function writeKeys(folder: string, files: KeyFiles): Promise<void> {
  for (const [name, bytes] of files) {
    const target = path.join(folder, ...name.split('/'));
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await writeFile(target, bytes, { mode: 0o600, flag: 'wx', flush: true });
  }
}

/** Encrypts keys by a secret (scrypt, AES-256-GCM): salt, nonce, tag, and then what is sealed. */
export function sealKeys(files: KeyFiles, secret: string): Buffer {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', scryptSync(secret, salt, 32, HARDNESS), nonce);
  const named = Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(named)), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), sealed]);
}

/** @throws BackupRefused `keys-sealed` for another secret, or where a bit of it was altered */
export function openKeyFiles(sealed: Uint8Array, secret: string): KeyFiles {
  try {
    const key = scryptSync(secret, sealed.subarray(0, 16), 32, HARDNESS);
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(16, 28));
    decipher.setAuthTag(sealed.subarray(28, 44));
    const text = Buffer.concat([decipher.update(sealed.subarray(44)), decipher.final()]).toString();
    const named = JSON.parse(text) as Readonly<Record<string, string>>;
    return new Map(Object.entries(named).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]));
  } catch {
    throw new BackupRefused('keys-sealed', SEALED_KEYS);
  }
}
