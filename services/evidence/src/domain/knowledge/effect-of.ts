import type { ToldCommand } from '../exhibit-commands';
import type { ToldFact } from './told-fact';

/** What a fact does to what was recorded here; nothing for most, which are only decided on. */
export function effectOf(fact: ToldFact): ToldCommand | undefined {
  switch (fact.told) {
    case 'suspended':
    case 'resumed':
    case 'reopened':
      return { type: 'NoteStandstill' };
    case 'review-ended':
      return { type: 'NoteReviewEnd', at: fact.at };
    default:
      return undefined;
  }
}
