import type { RedactionReason } from '../exhibit';

/** Where in a file something can stand, though who looks at its pages may not see it (I-41). */
export type LayerName =
  | 'text'
  | 'metadata'
  | 'annotations'
  | 'bookmarks'
  | 'attachments'
  | 'earlier-revisions'
  | 'comments'
  | 'tracked-changes'
  | 'hidden-content'
  | 'data-out-of-sight';

export const LAYER_NAMES: readonly LayerName[] = [
  'text',
  'metadata',
  'annotations',
  'bookmarks',
  'attachments',
  'earlier-revisions',
  'comments',
  'tracked-changes',
  'hidden-content',
  'data-out-of-sight',
];

/** The forms of files whose layers can be searched. */
export type CheckedFormat = 'pdf' | 'office' | 'jpeg' | 'png' | 'text';

/**
 * What a search of a public version came to.
 * `found`: a removed passage stands in a layer; `passage` is its index in the request.
 * `hidden-layer`: the file has a layer that a public version has not, whatever stands in it.
 */
export type RedactionCheck =
  | { readonly kind: 'passed'; readonly format: CheckedFormat; readonly searched: readonly LayerName[] }
  | { readonly kind: 'found'; readonly layer: LayerName; readonly passage: number }
  | { readonly kind: 'hidden-layer'; readonly layer: LayerName }
  | { readonly kind: 'nothing-named' }
  | { readonly kind: 'too-short'; readonly passage: number }
  | { readonly kind: 'uncheckable' }
  | { readonly kind: 'too-large' };

/** What was searched of a public version, and found free of what was removed. */
export interface CheckedLayers {
  readonly format: CheckedFormat;
  readonly searched: readonly LayerName[];
}

/** How many passages were removed for a reason. The passages themselves are kept nowhere. */
export interface Removal {
  readonly reason: RedactionReason;
  readonly passages: number;
}
