import type { CommandOutcome } from '@parley/event-store';
import { respond, type Answer } from '@parley/platform';
import type { Persons } from '../projections/persons';
import type { CaseState } from '../domain/case-state';
import type { CaseShown } from './case.response';
import { filedCase, showCase } from './show-case';

/** The answer to an act in a case: the case as it is after it. */
export async function showOutcome(outcome: CommandOutcome<CaseState>, persons: Persons, location?: string): Promise<Answer<CaseShown>> {
  const contact = outcome.kind === 'done' ? await persons.find(filedCase(outcome.state).contact) : null;
  return respond(outcome, ({ state }) => showCase(filedCase(state), contact), location === undefined ? {} : { location: () => location });
}
