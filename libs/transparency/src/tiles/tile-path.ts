import { fromDecimal } from '../encoding/decimal';
import { LogRefused } from '../log-refused';

/** Hashes of a whole tile, and entries of a whole bundle. */
export const TILE_WIDTH = 256;

/** A file of a log (C2SP tlog-tiles): hashes at a level, or a bundle of entries. */
export interface TilePlace {
  readonly level: number | 'entries';
  readonly index: number;
  /** From 1 to 256; less than 256 for a partial one at the right edge of a tree. */
  readonly width: number;
}

/** Where the newest checkpoint lies. */
export const CHECKPOINT_PATH = 'checkpoint';

/** An index in groups of three digits, all but the last with an x: 1234067 is `x001/x234/067`. */
function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** The path of a file, below the prefix of its log. */
export const tilePath = ({ level, index, width }: TilePlace): string =>
  `tile/${String(level)}/${indexPath(index)}${width === TILE_WIDTH ? '' : `.p/${String(width)}`}`;

const PATH = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** @throws LogRefused `path-malformed` for whatever `tilePath` does not write */
export function parseTilePath(path: string): TilePlace {
  const [, level = '', index = '', width] = PATH.exec(path) ?? [];
  const place: TilePlace = {
    level: level === 'entries' ? level : Number(level),
    index: fromDecimal(index.replaceAll(/[x/]/g, '').replace(/^0+(?=.)/, '')) ?? -1,
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const isPlace = place.index >= 0 && (place.level === 'entries' || place.level <= 63);
  if (level === '' || !isPlace || tilePath(place) !== path) throw new LogRefused('path-malformed', path.slice(0, 100));
  return place;
}

/** Hashes at a level of a tree: one for each whole tile of the level below. */
export const hashesAt = (level: number, size: number): number => Math.floor(size / TILE_WIDTH ** level);

/** How wide a tile, or bundle, is in a tree of a size; 0 for one that the tree has not. */
export const widthIn = (level: number | 'entries', index: number, size: number): number =>
  Math.max(0, Math.min(TILE_WIDTH, hashesAt(level === 'entries' ? 0 : level, size) - index * TILE_WIDTH));
