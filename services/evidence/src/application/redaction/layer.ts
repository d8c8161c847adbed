import type { CheckedFormat, LayerName } from '../../domain/public-version/redaction';

/** Words of a file that stand in one of its layers. */
export interface Layer {
  readonly name: LayerName;
  readonly text: string;
}

/** A file taken apart. */
export interface TakenApart {
  readonly format: CheckedFormat;
  /** Layers that there may be, searched whether or not this file has them. */
  readonly searched: readonly LayerName[];
  readonly layers: readonly Layer[];
  /** Layers that are there and that a public version may not have. */
  readonly hidden: readonly LayerName[];
}

/** The file is not what its first bytes say, or locked: nobody can tell what is in it. */
export class UnreadableFile extends Error {}
