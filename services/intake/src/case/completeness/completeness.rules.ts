import { accept, refuse, refuseAll, type Decision, type Instant, type PersonId } from '@parley/kernel';
import { clockRule, isAnswerClock, type Clocks } from '@parley/procedure';
import type { CaseState, CureDeficiency, FiledCase, FindComplete, IssueDeficiencyNotice } from '../case-commands.rules';
import type { CaseEvent, DeficiencyNoticeIssued, GrievanceFoundComplete } from '../case-events.rules';
import { commonRefusals } from '../common-refusals.rules';
import { faultsOfFiling } from '../filing/faults-of-grievance.rules';
import { certificationFault } from '../filing/filing.rules';
import { checkCompleteness, completenessRefusals, type Defect } from './check-completeness.rules';
import { suspendedOrNot, type DecidersOf } from '../while-suspended.rules';

type Filed = Extract<CaseState, { status: 'filed' }>;
type Deficient = Extract<CaseState, { status: 'deficient' }>;

/** A registry officer finds the filing complete. The registry checks form only, so the automatic check must agree. */
export function findComplete({ by, receivedAt }: FindComplete, state: FiledCase) {
  if (state.status !== 'filed') return refuse(completenessRefusals.notAwaitingCheck);
  if (isLate(state, 'completeness', receivedAt)) return refuse(completenessRefusals.completenessLate);
  if (checkCompleteness(state).length > 0) return refuse(completenessRefusals.checkFails);
  return accept<CaseEvent>(foundComplete(by, receivedAt));
}

/** A registry officer issues the deficiency notice; a third one closes the case without prejudice. */
export function issueDeficiencyNotice({ by, receivedAt }: IssueDeficiencyNotice, state: FiledCase, clocks: Clocks) {
  if (state.status !== 'filed') return refuse(completenessRefusals.notAwaitingCheck);
  if (isLate(state, 'completeness', receivedAt)) return refuse(completenessRefusals.completenessLate);
  const defects = checkCompleteness(state);
  if (defects.length === 0) return refuse(completenessRefusals.checkPasses);
  return accept<CaseEvent>(...deficient(by, receivedAt, defects, state, clocks));
}

/** The registry's time is up: the automatic check decides. */
export function completenessByDefault(expiry: Instant, state: Filed, clocks: Clocks): Decision<CaseEvent> {
  const defects = checkCompleteness(state);
  return accept(
    ...(defects.length === 0
      ? [foundComplete('default', expiry)]
      : deficient('default', expiry, defects, state, clocks)),
  );
}

/** The filer cures what the notice lists; the registry's time starts again. */
export function cureDeficiency(command: CureDeficiency, state: FiledCase, clocks: Clocks) {
  if (command.party !== state.parties.complainant) return refuse(commonRefusals.notComplainant);
  if (state.status !== 'deficient') return refuse(completenessRefusals.notDeficient);
  if (isLate(state, 'cure', command.receivedAt)) return refuse(completenessRefusals.cureLate);
  const refused = certificationFault(command) ?? refuseAll(faultsOfFiling(command, state.parties, state.grievance));
  if (refused) return refused;
  const { grievance, certification, receipt, contact, receivedAt } = command;
  return accept<CaseEvent>({
    type: 'DeficiencyCured',
    occurredAt: receivedAt,
    rule: 'S2b',
    tier: 'PARTIES',
    data: {
      round: state.cures + 1,
      grievance,
      certification,
      receipt,
      contact,
      arrivesOn: clocks.arrivalDay(receivedAt),
      closes: ['cure'],
      opens: [clocks.start('completeness', { event: 'DeficiencyCured', at: receivedAt })],
    },
  });
}

/** No cure came in time: closed without prejudice, and it may be filed again. */
export const cureByDefault = (expiry: Instant, state: Deficient): Decision<CaseEvent> =>
  accept(closedWithoutPrejudice(expiry, 'cure', Object.keys(state.running)));

const isLate = (state: FiledCase, deadline: string, receivedAt: Instant): boolean => {
  const due = state.running[deadline];
  return due !== undefined && receivedAt >= due.dueAt;
};

const foundComplete = (by: PersonId | 'default', at: Instant): GrievanceFoundComplete => ({
  type: 'GrievanceFoundComplete',
  occurredAt: at,
  rule: 'S2',
  tier: 'PARTIES',
  data: { by, opens: [], closes: ['completeness'] },
});

function deficient(
  by: PersonId | 'default',
  at: Instant,
  defects: readonly Defect[],
  state: Filed,
  clocks: Clocks,
): readonly CaseEvent[] {
  const isLast = state.cures >= clockRule(clocks.ruleSet, 'cure').rounds;
  const notice: DeficiencyNoticeIssued = {
    type: 'DeficiencyNoticeIssued',
    occurredAt: at,
    rule: 'S2b',
    tier: 'PARTIES',
    data: {
      by,
      round: state.cures + 1,
      defects,
      closes: ['completeness'],
      opens: isLast
        ? []
        : [clocks.start('cure', { event: 'DeficiencyNoticeIssued', at, kind: by === 'default' ? 'expiry' : 'act' })],
    },
  };
  const others = Object.keys(state.running).filter((id) => id !== 'completeness');
  return isLast ? [notice, closedWithoutPrejudice(at, 'cure-rounds', others)] : [notice];
}

const closedWithoutPrejudice = (at: Instant, reason: 'cure' | 'cure-rounds', closes: readonly string[]): CaseEvent => ({
  type: 'ScreeningEnded',
  occurredAt: at,
  rule: 'S2b',
  tier: 'PARTIES',
  data: {
    outcome: 'closed-without-prejudice',
    by: { kind: 'limit', reason },
    docketNumber: null,
    opens: [],
    closes: closes.filter((id) => !isAnswerClock(id)),
  },
});

/** No filing is suspended before it is registered. */
export const completenessActs = {
  FindComplete: suspendedOrNot(findComplete),
  IssueDeficiencyNotice: suspendedOrNot(issueDeficiencyNotice),
  CureDeficiency: suspendedOrNot(cureDeficiency),
} satisfies DecidersOf<FindComplete | IssueDeficiencyNotice | CureDeficiency>;
