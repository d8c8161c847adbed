import type { webcrypto } from 'node:crypto';
import type { SignatureChecks } from '@parley/event-store/signatures';
import { concat, webChecks } from '@parley/transparency/offline';
import { answer } from '../report/answer';
import { named, NotAsked } from '../report/not-asked';
import { Refused } from '../report/refused';
import { usable } from '../report/unusable';
import { known, type Bag } from '../sources/bag';
import { textOf } from '../sources/text';
import { dossierHolds } from '../verify/dossier-holds';
import { hexOf, type Platform } from '../verify/platform';
import { PROOFS } from '../verify/proof-lines';
import { openStoredZip } from './stored-zip';

/** Bytes of a file above which a browser may have no memory for it: WebCrypto hashes nothing in parts. */
const MOST_IN_MEMORY = 1 << 30;

/** Files that were dropped on the page, by their paths. */
export type Dropped = ReadonlyMap<string, Blob>;

/** What the reader has from elsewhere, where it was given. */
export interface KeptFiles {
  readonly policy?: Blob | undefined;
  readonly keys?: Blob | undefined;
  readonly partyKeys?: Blob | undefined;
}

const subtle = (): webcrypto.SubtleCrypto => globalThis.crypto.subtle;

const PARTY_KEYS = '--party-keys';

const webVerify: SignatureChecks['verify'] = async (jwk, message, signature) => {
  const algorithm = jwk.kty === 'EC' ? { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } : 'Ed25519';
  try {
    const key = await subtle().importKey('jwk', { ...jwk }, algorithm, false, ['verify']);
    return await subtle().verify(algorithm, key, Uint8Array.from(signature), Uint8Array.from(message));
  } catch {
    return false;
  }
};

/** The primitives of a browser. It hashes nothing in parts, so each file is in memory once. */
const webPlatform = (): Platform => ({
  checks: webChecks(subtle()),
  signatures: { digest: webChecks(subtle()).digest, verify: webVerify },
  digests: async (bytes) => {
    const whole = await inMemory(bytes);
    const [sha256, sha512] = await Promise.all([subtle().digest('SHA-256', whole), subtle().digest('SHA-512', whole)]);
    return { sha256: hexOf(new Uint8Array(sha256)), sha512: hexOf(new Uint8Array(sha512)), size: whole.length };
  },
  sha256: async (bytes) => hexOf(new Uint8Array(await subtle().digest('SHA-256', await inMemory(bytes)))),
});

async function inMemory(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Uint8Array.from(concat(...parts));
}

/**
 * Verifies a dossier in a browser, without a network.
 * @returns the answer that `parley verify dossier --json` gives
 */
export async function verifyDropped(dropped: Dropped, kept: KeptFiles): Promise<unknown> {
  let written = '';
  const output = {
    out: (text: string) => void (written += text),
    err: (text: string) => void (written += text),
    env: {},
  };
  await answer('dossier', { lang: 'en', json: true }, output, async (told) => {
    const [text, policy] = await Promise.all([textIn(dropped, PROOFS.events), textIn(dropped, PROOFS.policy)]);
    const own = kept.policy === undefined ? {} : { kept: await ownText(kept.policy, '--policy') };
    const given = {
      keys: kept.keys === undefined ? undefined : await ownText(kept.keys, '--keys'),
      proofs: text === undefined || policy === undefined ? undefined : { text, policy, ...own },
      partyKeys:
        kept.partyKeys === undefined
          ? undefined
          : { text: await textOfBlob(kept.partyKeys, PARTY_KEYS), about: PARTY_KEYS },
    };
    await dossierHolds(await bagIn(dropped), given, told, webPlatform());
  });
  return JSON.parse(written);
}

async function bagIn(dropped: Dropped): Promise<Bag> {
  const large = [...dropped].find(([, { size }]) => size > MOST_IN_MEMORY);
  if (large) throw new NotAsked('too-large-for-page', named(large[0]));
  const zip = [...dropped].find(([path]) => path.endsWith('.zip'));
  if (zip) return openStoredZip({ size: zip[1].size, read: (from, to) => bytesOf(zip[1].slice(from, to)) }, zip[0]);
  const base = [...dropped.keys()].find((path) => path.endsWith('bagit.txt'))?.slice(0, -'bagit.txt'.length);
  if (base === undefined) throw new Refused('bag-malformed', 'bagit.txt');
  const files = new Map(
    [...dropped].flatMap(([path, file]) => (path.startsWith(base) ? [[path.slice(base.length), file]] : [])),
  );
  return {
    paths: [...files.keys()],
    open: (file) => Promise.resolve(wholeOf(known(files, file))),
    close: () => undefined,
  };
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

async function* wholeOf(blob: Blob): AsyncGenerator<Uint8Array> {
  yield await bytesOf(blob);
}

/** A file beside the dossier, whatever folder it was dropped with. */
async function textIn(dropped: Dropped, name: string): Promise<string | undefined> {
  const found = [...dropped].find(([path]) => path === name || path.endsWith(`/${name}`));
  return found && textOfBlob(found[1], name);
}

const textOfBlob = async (blob: Blob, about: string): Promise<string> => textOf(await bytesOf(blob), about);

const ownText = (blob: Blob, about: string): Promise<string> => usable(() => textOfBlob(blob, about));
