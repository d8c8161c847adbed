import { BeyondLimits, type PassageSearch, type Words } from './passage-search';
import type { LayerName } from './redaction.rules';

/** Takes bytes in pieces. Both may throw `PassageFound`. */
export interface Pieces {
  write(piece: Buffer): void;
  end(): void;
}

const PIECE = 64 * 1024;

/** Bytes that are already in memory, piece by piece. */
export function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

type Encoding = 'latin1' | 'utf-8' | 'utf-16le' | 'utf-16be';

/** Reads bytes as words of one encoding. @param skipped bytes at the start that are left out */
export function decoded(words: readonly Words[], encoding: Encoding, skipped = 0): Pieces {
  const decoder = encoding === 'latin1' ? undefined : new TextDecoder(encoding);
  let toSkip = skipped;
  return {
    write: (piece) => {
      const bytes = piece.subarray(toSkip);
      toSkip = Math.max(0, toSkip - piece.length);
      const text = decoder ? decoder.decode(bytes, { stream: true }) : bytes.toString('latin1');
      for (const each of words) each.write(text);
    },
    end: () => {
      for (const each of words) each.end();
    },
  };
}

const together = (all: readonly Pieces[]): Pieces => ({
  write: (piece) => {
    for (const each of all) each.write(piece);
  },
  end: () => {
    for (const each of all) each.end();
  },
});

/**
 * Reads bytes as words in each encoding that files of our formats use, and searches each reading. UTF-16 may begin at
 * an odd byte.
 */
export function anyWords(search: PassageSearch, layer: LayerName, { tags }: { readonly tags: boolean }): Pieces {
  const words = (): readonly Words[] => [tags ? search.wordsAndTags(layer) : search.words(layer)];
  return together([
    decoded(words(), 'latin1'),
    decoded(words(), 'utf-8'),
    ...([0, 1] as const).flatMap((start) => [decoded(words(), 'utf-16le', start), decoded(words(), 'utf-16be', start)]),
  ]);
}

/** Each of these matches all that it has looked at, so that no byte is looked at twice. */
const LITERAL = /\(((?:[^\\()]|\\[\s\S])*)(\)?)/g;
const HEX = /<([0-9a-fA-F\s]*)(>?)/g;
const MOST_STRING = 64 * 1024;

/** Joins the strings that the bytes of a PDF write, because words are often set letter by letter. */
function strings(pattern: RegExp, bytesOf: (text: string) => Buffer, taken: Pieces): Pieces {
  let held = '';
  return {
    write: (piece) => {
      const source = held + piece.toString('latin1');
      held = '';
      const written: Buffer[] = [];
      for (const { 0: whole, 1: inner = '', 2: end, index } of source.matchAll(pattern)) {
        const rest = source.length - index - whole.length;
        const isUnderWay = end === '' && (rest === 0 || (rest === 1 && source.endsWith('\\')));
        if (isUnderWay && whole.length < MOST_STRING) held = source.slice(index);
        else if (end !== '' || isUnderWay) written.push(bytesOf(inner));
      }
      taken.write(Buffer.concat(written));
    },
    end: () => taken.end(),
  };
}

/** Every reading of a piece of PDF as words. */
export function pdfWords(search: PassageSearch): Pieces {
  const layer = 'data-out-of-sight';
  const both = (): Pieces =>
    together([decoded([search.words(layer)], 'latin1'), decoded([search.words(layer)], 'utf-16be')]);
  return together([
    anyWords(search, layer, { tags: false }),
    strings(LITERAL, (text) => Buffer.from(text.replace(/\\([()\\])/g, '$1'), 'latin1'), both()),
    strings(HEX, (digits) => Buffer.from(digits.replace(/\s/g, ''), 'hex'), both()),
  ]);
}

/** How many more bytes a file may unpack to. */
export class Allowance {
  constructor(private left: number) {}

  /** @throws BeyondLimits when more is taken than is left */
  take(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new BeyondLimits('it unpacks to more than is searched');
  }
}
