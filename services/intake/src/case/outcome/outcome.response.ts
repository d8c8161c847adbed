import { mayRead, type Caller } from '@parley/access';
import type { CommandOutcome } from '@parley/event-store';
import { respond, type Answer } from '@parley/http';
import type { Contact } from '../../registry/persons/contact-book';
import type { Persons } from '../../registry/persons/persons.table';
import type { CaseState, FiledCase } from '../case-commands.rules';
import type { CaseShown } from '../case.response';
import { filedCase, showCase } from '../show-case.response';

export interface ShownAct {
  /** Path of the case that the act has made. */
  readonly location?: string;
  /** The contact that came with the act. It was kept then and need not be read again. */
  readonly contact?: Contact | undefined;
}

/** Whom to call in a case, for the complainant’s own people; nobody for all others (I-76). */
export const contactFor = async (
  caller: Caller,
  { parties, contact }: Pick<FiledCase, 'parties' | 'contact'>,
  persons: Persons,
): Promise<Contact | null> => {
  const access = { stage: 'filed', parties, filer: parties.complainant, nominated: [], seated: [] } as const;
  return mayRead('FILER', caller, access) ? persons.find(contact) : null;
};

/** The answer to an act in a case: the case after the act, as who acted reads it. */
export async function showOutcome(
  outcome: CommandOutcome<CaseState>,
  persons: Persons,
  caller: Caller,
  { location, contact: sent }: ShownAct = {},
): Promise<Answer<CaseShown>> {
  const kept = outcome.kind === 'done' && !outcome.repeated ? sent : undefined;
  const contact =
    kept ?? (outcome.kind === 'done' ? await contactFor(caller, filedCase(outcome.state), persons) : null);
  return respond(
    outcome,
    ({ state }) => showCase(filedCase(state), contact),
    location === undefined ? {} : { location: () => location },
  );
}
