import type { KnownCase } from '../evidence-state';
import { originalsOf } from '../translation/original';
import { awaited } from './enter-translation.decide';
import type { FallbackEvent } from './fallback-events';
import { withOriginal } from './with-original';

/** A default that is set aside has been heard; a translation was not missing then. What was entered follows in events of its own. */
export function evolveFallback(state: KnownCase, event: FallbackEvent): KnownCase {
  if (event.type === 'FallbackEntryMade') return state;
  const { deadline, number, language } = event.data;
  const lapsed = Object.fromEntries(Object.entries(state.lapsed).filter(([id]) => id !== deadline));
  const original = language === undefined ? undefined : originalsOf(state).find((each) => each.number === number);
  return { ...(language === undefined || !original ? state : withOriginal(state, awaited(original, language))), lapsed };
}
