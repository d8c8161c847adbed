import type { RecordedEvent } from '@parley/event-store';
import type { CaseHistory, History } from '../../simulation/history/case-history';

const CAPACITIES: readonly string[] = ['desk', 'registry', 'panel', 'cohead', 'expert', 'third-party', 'conciliator'];
/** What is under a case's id and is no part of it: what was served there, and an agreement beside it. */
const BESIDE: readonly string[] = ['intake.service', 'referral.agreement'];

/** Something that a person did in a case: in which service, and as what. */
export interface PersonsAct {
  readonly person: string;
  /** The office, and the side. */
  readonly as: string;
  readonly service: string;
  readonly recorded: RecordedEvent;
}

/** All that persons did in a case, in the order of the record. */
export const actsOfPersons = (history: Pick<History, 'log'>, of: CaseHistory): readonly PersonsAct[] =>
  actsUnder(history, of, (category) => !BESIDE.includes(category));

/** What they did in an agreement of the register under the id of the case; only in simulations has it that. */
export const actsInRegister = (history: Pick<History, 'log'>, of: CaseHistory): readonly PersonsAct[] =>
  actsUnder(history, of, (category) => category === 'referral.agreement');

const actsUnder = (
  { log }: Pick<History, 'log'>,
  { caseId }: CaseHistory,
  isIn: (category: string) => boolean,
): readonly PersonsAct[] =>
  log.flatMap((recorded) => {
    const { stream, actor } = recorded;
    const [category = '', ...id] = stream.split('-');
    if (!isIn(category) || !id.join('-').startsWith(caseId)) return [];
    if (actor.kind !== 'person' || !CAPACITIES.includes(actor.role)) return [];
    const as = `${actor.role} of ${String(actor.party)}`;
    return [{ person: actor.personId, as, service: category.split('.')[0] ?? '', recorded }];
  });
