import type { DomainEvent, Language } from '@parley/kernel';
import type { FallbackEntryMade, MovesClocks, SetAside } from '@parley/procedure';

/**
 * An act that had come in time was entered once its default was on record, which is set aside by it; later steps stand
 * (I-19).
 */
export type DefaultSetAside = DomainEvent<
  'DefaultSetAside',
  MovesClocks &
    SetAside & {
      /** Of the exhibit or the document. */
      readonly number: string;
      /** Of a translation that is not missing any more. */
      readonly language?: Language;
    }
>;

export type FallbackEvent = FallbackEntryMade | DefaultSetAside;
