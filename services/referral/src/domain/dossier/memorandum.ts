import type { Text } from '@parley/kernel';

/** One way on that a memorandum lays before the capitals. */
export interface MemorandumOption {
  readonly title: readonly Text[];
  readonly text: readonly Text[];
}

/** A memorandum to both capitals: options, and no recommendation of the secretariat among them (I-52). */
export interface Memorandum {
  readonly options: readonly MemorandumOption[];
}
