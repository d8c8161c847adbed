import { splitOf } from './hashes';

/** Entries from `start` on, before `end`: a subtree, whose hash a proof names. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The subtrees of an inclusion proof (RFC 6962 §2.1.1), from the entry's sibling to the child of the root. */
export function inclusionRanges(index: number, { start, end }: Range): readonly Range[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...inclusionRanges(index, { start, end: middle }), { start: middle, end }]
    : [...inclusionRanges(index, { start: middle, end }), { start, end: middle }];
}

/**
 * The subtrees of a consistency proof from `size` entries to all of a tree (RFC 6962 §2.1.2).
 * @param isWhole whether the earlier tree is a whole subtree of the later one, whose hash the reader has
 */
export function consistencyRanges(size: number, { start, end }: Range, isWhole = true): readonly Range[] {
  if (size === end) return isWhole ? [] : [{ start, end }];
  const middle = start + splitOf(end - start);
  return size <= middle
    ? [...consistencyRanges(size, { start, end: middle }, isWhole), { start: middle, end }]
    : [...consistencyRanges(size, { start: middle, end }, false), { start, end: middle }];
}

/** A range of a tree as whole subtrees of a power of two each, the greatest first. */
export function wholeSubtrees({ start, end }: Range): readonly Range[] {
  const parts: Range[] = [];
  for (let from = start; from < end;) {
    let length = 1;
    while (length * 2 <= end - from) length *= 2;
    parts.push({ start: from, end: from + length });
    from += length;
  }
  return parts;
}
