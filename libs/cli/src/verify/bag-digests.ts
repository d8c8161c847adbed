import { manifestText, parseManifest } from '@parley/blobs/bag-manifest';
import { Refused } from '../report/refused';
import { wholeFile, type Bag } from '../sources/bag';
import { textOf } from '../sources/text';
import type { FileDigests, Platform } from './platform';

/** The two digests by which a dossier names each file. */
const KINDS = ['sha256', 'sha512'] as const;
type Kind = (typeof KINDS)[number];

/** The files of a bag, as they were found to be. */
export interface DigestedBag {
  /** SHA-256 of the manifest, which names every file but those that describe the bag. Co-heads are shown this one. */
  readonly manifest: string;
  /** SHA-256 of each file of the content, by its path. */
  readonly content: ReadonlyMap<string, string>;
  readonly files: number;
  readonly octets: number;
}

const isContent = (file: string): boolean => file.startsWith('data/');
const isTagManifest = (file: string): boolean => file.startsWith('tagmanifest-');

/**
 * Computes the digests of every file of a bag again, and compares them with its manifests (RFC 8493). Each file is
 * named by both kinds of digest and nothing else is there.
 * @throws Refused `bag-malformed`, `file-missing`, `file-unnamed`, `file-altered`
 */
export async function digestsHold(bag: Bag, platform: Platform): Promise<DigestedBag> {
  const found = new Map<string, FileDigests>();
  let octets = 0;
  for (const file of bag.paths) {
    const digests = await platform.digests(await bag.open(file));
    found.set(file, digests);
    if (isContent(file)) octets += digests.size;
  }
  for (const kind of KINDS) {
    namesAll(await linesOf(bag, `manifest-${kind}.txt`), bag.paths.filter(isContent), found, kind);
    const tags = bag.paths.filter((file) => !isContent(file) && !isTagManifest(file));
    namesAll(await linesOf(bag, `tagmanifest-${kind}.txt`), tags, found, kind);
  }
  const others = bag.paths.filter((file) => isTagManifest(file) && !KINDS.some((kind) => file === tagManifestOf(kind)));
  if (others[0] !== undefined) throw new Refused('file-unnamed', others[0]);
  const content = new Map([...found].filter(([file]) => isContent(file)).map(([file, { sha256 }]) => [file, sha256]));
  return { manifest: found.get('manifest-sha256.txt')?.sha256 ?? '', content, files: content.size, octets };
}

const tagManifestOf = (kind: Kind): string => `tagmanifest-${kind}.txt`;

type Lines = ReadonlyMap<string, string>;

async function linesOf(bag: Bag, file: string): Promise<Lines> {
  const text = textOf(await wholeFile(bag, file), file);
  const lines = parsed(text, file);
  // Another spelling of the same lines is not what was made.
  if (manifestText(lines) !== text) throw new Refused('bag-malformed', file);
  return new Map(lines.map(({ path, digest }) => [path, digest]));
}

function parsed(text: string, file: string): ReturnType<typeof parseManifest> {
  try {
    return parseManifest(text);
  } catch {
    throw new Refused('bag-malformed', file);
  }
}

function namesAll(lines: Lines, files: readonly string[], found: ReadonlyMap<string, FileDigests>, kind: Kind): void {
  for (const file of files) if (!lines.has(file)) throw new Refused('file-unnamed', file);
  for (const [file, digest] of lines) {
    const digests = files.includes(file) ? found.get(file) : undefined;
    if (!digests) throw new Refused('file-missing', file);
    if (digests[kind] !== digest) throw new Refused('file-altered', file);
  }
}
