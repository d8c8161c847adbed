import type { PersonId } from '@parley/kernel';
import { hasOtherCapacity } from '../acting';
import type { OpenedPanel } from '../panel-state';

/** In what somebody outside of the case is heard. */
export type HeardAs = 'expert' | 'third-party';

/**
 * The person who reports as an expert on whom both co-chairs agreed; `undefined` where the registry receives the
 * report.
 */
export const personOfExpert = (
  { takenExperts }: Pick<OpenedPanel, 'takenExperts'>,
  expertId: string,
): PersonId | undefined => takenExperts.find((taken) => taken.expertId === expertId)?.personId;

/**
 * The first of some persons who did something else in the case, sits on its panel, or is heard in it as something else
 * (I-05).
 */
export const otherwiseEngaged = (state: OpenedPanel, persons: readonly (PersonId | undefined)[], as: HeardAs): number =>
  persons.findIndex((person) => person !== undefined && hasOtherCapacity(state, person, as));

/** Everybody outside of the case whom the panel hears in person. */
export const heardPersons = ({ takenExperts, thirdParties }: OpenedPanel): readonly PersonId[] =>
  [...takenExperts, ...thirdParties].flatMap(({ personId }) => personId ?? []);
