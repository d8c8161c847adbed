import { existsSync } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { languageOf } from '../command-line/language';
import { answer, type ExitCode } from '../report/answer';
import { named, NotAsked } from '../report/not-asked';
import type { Told } from '../report/told';
import type { Bag } from '../sources/bag';
import { openFolder } from '../sources/folder-bag';
import { codeOf, readOwn, readText } from '../sources/read-file';
import { dossierHolds } from '../verify/dossier-holds';
import { nodePlatform } from '../verify/node-platform';
import { PROOFS } from '../verify/proof-lines';
import { openStoredZip } from './stored-zip';

const USAGE = {
  en:
    'node verify.mjs <dossier.zip> [--proofs <folder>] [--policy <file>] [--keys <file>] [--party-keys <file>] ' +
    '[--manifest <sha256>] [--lang en|zh-Hans] [--json]',
  'zh-Hans':
    'node verify.mjs <卷宗.zip> [--proofs <文件夹>] [--policy <文件>] [--keys <文件>] [--party-keys <文件>] ' +
    '[--manifest <sha256>] [--lang en|zh-Hans] [--json]',
};

const TEXT = { type: 'string' } as const;
const OPTIONS = {
  ...{ proofs: TEXT, policy: TEXT, keys: TEXT, 'party-keys': TEXT, manifest: TEXT, lang: TEXT },
  json: { type: 'boolean' },
} as const;

/**
 * What `verify.mjs` does: it verifies a dossier as `parley verify dossier` does, from one file and without
 * installation.
 * Proofs and policy are those that lie beside it, where none are named.
 * @param words what stands after its name
 * @param folder where it lies
 */
export async function verifyFile(words: readonly string[], folder: string): Promise<ExitCode> {
  const output = {
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
    env: process.env,
  };
  const manner = { lang: languageOf(words, process.env), json: words.includes('--json') };
  return answer('dossier', manner, output, (told) => verify(words, folder, told));
}

async function verify(words: readonly string[], folder: string, told: Told): Promise<void> {
  const { place, given } = read(words);
  const proofs = given.proofs ?? (existsSync(path.join(folder, PROOFS.events)) ? folder : undefined);
  const partyKeys = given['party-keys'];
  const [bag, close] = await opened(place);
  try {
    const kept = {
      manifest: given.manifest,
      keys: given.keys === undefined ? undefined : await readOwn(given.keys),
      proofs: proofs === undefined ? undefined : await proofsIn(proofs, given.policy),
      partyKeys: partyKeys === undefined ? undefined : { text: await readText(partyKeys), about: partyKeys },
    };
    await dossierHolds(bag, kept, told, nodePlatform);
  } finally {
    await close();
  }
}

const proofsIn = async (folder: string, kept: string | undefined) => ({
  text: await readText(path.join(folder, PROOFS.events)),
  policy: await readText(path.join(folder, PROOFS.policy)),
  ...(kept === undefined ? {} : { kept: await readOwn(kept) }),
});

function read(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
    const [place, ...others] = positionals;
    if (place === undefined || others.length > 0) throw new NotAsked('usage', USAGE);
    return { place, given: values };
  } catch {
    throw new NotAsked('usage', USAGE);
  }
}

async function opened(place: string): Promise<readonly [Bag, () => Promise<void>]> {
  try {
    if ((await stat(place)).isDirectory()) return [await openFolder(place), () => Promise.resolve()];
    const file = await open(place);
    return [await openStoredZip(await partsOf(file), place), () => file.close()];
  } catch (error) {
    if (codeOf(error) === 'bag-malformed') throw error;
    throw new NotAsked('file-unreadable', named(`${place}: ${codeOf(error)}`));
  }
}

const partsOf = async (file: FileHandle) => ({
  size: (await file.stat()).size,
  read: async (from: number, to: number) => {
    const bytes = new Uint8Array(to - from);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    return bytes.subarray(0, bytesRead);
  },
});
