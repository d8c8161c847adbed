import type { LateEntry } from '@parley/procedure';
import type { SignReadersDecision } from '../readers/readers-commands';
import type { FileTranslation } from '../translation/translation-commands';

/** The registry enters the second signature of a change of readers. */
export type EnterReadersSignature = LateEntry<SignReadersDecision> & { readonly type: 'EnterReadersSignature' };

/** The registry enters a translation that its party had handed in. */
export type EnterTranslation = LateEntry<FileTranslation> & { readonly type: 'EnterTranslation' };

export type FallbackCommand = EnterReadersSignature | EnterTranslation;
