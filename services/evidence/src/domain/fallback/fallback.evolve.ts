import type { OwnEvidence } from '../evidence-state';
import { readersDeadline } from '../readers/readers-deadline';
import { originalsOf, type Original } from '../translation/original';
import { awaited } from './enter-translation.decide';
import type { DefaultSetAside, FallbackEvent } from './fallback-events';
import { withOriginal } from './with-original';

/** A default that is set aside has been heard. What was entered follows in events of its own. */
export function evolveFallback(state: OwnEvidence, event: FallbackEvent): OwnEvidence {
  if (event.type === 'FallbackEntryMade') return state;
  const { deadline, number } = event.data;
  const lapsed = Object.fromEntries(Object.entries(state.lapsed).filter(([id]) => id !== deadline));
  const original = originalsOf(state).find((each) => each.number === number);
  return { ...(original ? withOriginal(state, asBefore(original, event.data)) : state), lapsed };
}

/** A translation was not missing then, and a change of readers had the signature that it had. */
function asBefore(original: Original, { deadline, number, language }: DefaultSetAside['data']): Original {
  if (language !== undefined) return awaited(original, language);
  return 'decision' in original && deadline === readersDeadline(number)
    ? { ...original, decision: original.lapsedDecision ?? original.decision }
    : original;
}
