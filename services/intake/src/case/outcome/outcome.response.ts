import type { CommandOutcome } from '@parley/event-store';
import { respond, type Answer } from '@parley/http';
import type { Contact } from '../../registry/persons/contact-book';
import type { Persons } from '../../registry/persons/persons.table';
import type { CaseState } from '../case-commands.rules';
import type { CaseShown } from '../case.response';
import { filedCase, showCase } from '../show-case.response';

export interface ShownAct {
  /** Path of the case that the act has made. */
  readonly location?: string;
  /** The contact that came with the act. It was kept then and need not be read again. */
  readonly contact?: Contact | undefined;
}

/** The answer to an act in a case: the case after the act. */
export async function showOutcome(
  outcome: CommandOutcome<CaseState>,
  persons: Persons,
  { location, contact: sent }: ShownAct = {},
): Promise<Answer<CaseShown>> {
  const kept = outcome.kind === 'done' && !outcome.repeated ? sent : undefined;
  const contact = kept ?? (outcome.kind === 'done' ? await persons.find(filedCase(outcome.state).contact) : null);
  return respond(
    outcome,
    ({ state }) => showCase(filedCase(state), contact),
    location === undefined ? {} : { location: () => location },
  );
}
