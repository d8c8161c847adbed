import { accept, refuse, type Decision, type RefusalReason, type Refused } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FileGrievance } from '../case-commands';
import type { GrievanceFiled } from '../case-events';
import { filedClaimFault } from '../amendments/claim-of-other-fault';
import type { CaseState } from '../case-state';
import { refusals } from '../refusals';
import { relationsOf } from '../related/relations';
import { certificationFault } from './certification';
import type { Grievance } from './grievance';
import { brokenReference, type BrokenReference } from './references';

/**
 * S1: the grievance is received, and the time of the registry's check starts; where it is held to be urgent, that of
 * the co-heads' refusal.
 */
export function fileGrievance(command: FileGrievance, state: CaseState, ordinary: Clocks): Decision<GrievanceFiled> {
  const { caseId, parties, grievance, certification, receipt, contact, by, party, receivedAt, urgency } = command;
  const clocks = ordinary.onTrack(urgency ? 'urgent' : 'standard');
  if (party !== parties.complainant) return refuse(refusals.notComplainant);
  // The id of a case is a function of its command: sent again, it is there already (I-28).
  if (state.status !== 'unfiled') return accept();
  const fault = certificationFault(command) ?? referenceFault(grievance) ?? filedClaimFault(grievance);
  if (fault) return fault;
  const relations = relationsOf(command.referring ?? {}, parties);
  if ('kind' in relations) return relations;
  return accept({
    type: 'GrievanceFiled',
    occurredAt: receivedAt,
    rule: 'S1',
    tier: 'PARTIES',
    data: {
      caseId,
      parties,
      grievance,
      certification,
      filedBy: by,
      receipt,
      contact,
      arrivesOn: clocks.arrivalDay(receivedAt),
      ruleSetVersion: clocks.ruleSet.version,
      ...(urgency ? { urgency } : {}),
      ...(command.referring ? { relations } : {}),
      opens: (urgency ? (['completeness', 'urgency-refusal'] as const) : (['completeness'] as const)).map((clock) =>
        clocks.start(clock, { event: 'GrievanceFiled', at: receivedAt }),
      ),
      closes: [],
    },
  });
}

const REASONS: Record<BrokenReference['kind'], RefusalReason> = {
  'unknown-measure': refusals.unknownMeasure,
  'measure-twice': refusals.measureTwice,
  'claim-twice': refusals.claimTwice,
  'same-claim-twice': refusals.sameClaimTwice,
  'goods-edition': refusals.goodsEdition,
  'goods-code': refusals.goodsCode,
  'provision-form': refusals.provisionForm,
};

/** The refusal for a grievance whose claims and measures do not fit together, with the field at fault. */
export function referenceFault(grievance: Grievance): Refused | undefined {
  const broken = brokenReference(grievance);
  return broken && refuse(REASONS[broken.kind], `/grievance${broken.path}`);
}
