import type { Conciliation, FiledSettlement } from './settlement-state';

/** A proposal is open once more: that it was not answered is set aside. */
export const awaitedAgain = (state: FiledSettlement, deadlineId: string): FiledSettlement => ({
  ...state,
  conciliations: state.conciliations.map((one) => (one.answer.id === deadlineId ? withoutEnd(one) : one)),
});

function withoutEnd({ end: _setAside, ...conciliation }: Conciliation): Conciliation {
  return conciliation;
}
