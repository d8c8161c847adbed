import type { DomainEvent, Language } from '@parley/kernel';
import type { FallbackEntryMade, LateEntry, MovesClocks, SetAside } from '@parley/procedure';
import type { OwnEvidence } from '../casefile/casefile.rules';
import { withOriginal } from '../exhibits/correction-fault.rules';
import { readersDeadline } from '../readers/readers-state.rules';
import type { SignReadersDecision } from '../readers/readers.rules';
import { awaited } from '../translations/file-translation.rules';
import { originalsOf, type FileTranslation, type Original } from '../translations/translations.rules';

/** The registry enters the second signature of a change of readers. */
export type EnterReadersSignature = LateEntry<SignReadersDecision> & { readonly type: 'EnterReadersSignature' };

/** The registry enters a translation that its party had handed in by another channel. */
export type EnterTranslation = LateEntry<FileTranslation> & { readonly type: 'EnterTranslation' };

export type FallbackCommand = EnterReadersSignature | EnterTranslation;

/**
 * An act had come in time but was entered only when its default was on record. The act sets the default aside; later
 * steps stand (I-19).
 */
type DefaultSetAside = DomainEvent<
  'DefaultSetAside',
  MovesClocks &
    SetAside & {
      /** Of the exhibit or the document. */
      readonly number: string;
      /** Language of the translation that is not missing any more. */
      readonly language?: Language;
    }
>;

export type FallbackEvent = FallbackEntryMade | DefaultSetAside;

/** A default that is set aside is no longer kept as lapsed. Events of their own follow for what was entered. */
export function evolveFallback(state: OwnEvidence, event: FallbackEvent): OwnEvidence {
  if (event.type === 'FallbackEntryMade') return state;
  const { deadline, number } = event.data;
  const lapsed = Object.fromEntries(Object.entries(state.lapsed).filter(([id]) => id !== deadline));
  const original = originalsOf(state).find((each) => each.number === number);
  return { ...(original ? withOriginal(state, asBefore(original, event.data)) : state), lapsed };
}

/**
 * The original as it was before the default: no translation is missing, or a change of readers has its first signature.
 */
function asBefore(original: Original, { deadline, number, language }: DefaultSetAside['data']): Original {
  if (language !== undefined) return awaited(original, language);
  return 'decision' in original && deadline === readersDeadline(number)
    ? { ...original, decision: original.lapsedDecision ?? original.decision }
    : original;
}
