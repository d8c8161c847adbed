import { showDeadline } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import type { FiledSettlement, SettlementState, TabledText } from '../../domain/settlement/settlement-state';
import type { SettlementShown, SettlementTextShown } from './settlement.response';

export const showSettlement = (caseId: CaseId, state: FiledSettlement): SettlementShown => ({
  caseId,
  state: state.region,
  conciliations: state.conciliations.map(({ n, proposedBy, proposedAt, begunAt, answer, end }) => ({
    n,
    proposedBy,
    proposedAt,
    begunAt: begunAt ?? null,
    answer: showDeadline(answer),
    end: end ? { how: end.how, at: end.at, by: end.by ?? null } : null,
  })),
  window: state.window ? showDeadline(state.window) : null,
  texts: state.texts.map((text) => showText(text, state)),
  settled: state.settled
    ? { n: state.settled.n, at: state.settled.at, digest: state.settled.digest, phase: state.settled.phase }
    : null,
});

function showText(
  { n, by, party, tabledAt, digest, text, signatures }: TabledText,
  { onTheTable, settled }: FiledSettlement,
): SettlementTextShown {
  const shown = signatures.map(({ by: signer, party: of, at, jws }) => ({
    by: signer,
    party: of,
    at,
    ...(jws === undefined ? {} : { jws }),
  }));
  return { n, by, party, tabledAt, digest, onTheTable: !settled && onTheTable === n, ...text, signatures: shown };
}

/** The state after an act on a case that is filed. @throws when it is not, which no act allows */
export function filedSettlement(state: SettlementState): FiledSettlement {
  if (state.status !== 'filed') throw new TypeError('an act of settlement in a case that is not filed');
  return state;
}
