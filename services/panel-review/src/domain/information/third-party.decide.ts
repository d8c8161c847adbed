import { accept, refuse, type Decision } from '@parley/kernel';
import { hasOtherCapacity, screeningOver } from '../acting';
import { otherwiseEngaged } from '../experts/heard-person';
import type { AdmitThirdParty, FileThirdPartyNote } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { coChairBar, reviewBar } from '../review/co-chair';
import type { ThirdPartyAdmitted, ThirdPartyNoteFiled } from './information-events';

const MOST_THIRD_PARTIES = 20;
/** Notes of one case; each goes to both parties, who may comment on each. */
const MOST_NOTES = 40;

/** Either co-chair admits a third party: whom one side's co-chair finds worth hearing, both sides hear. */
export function admitThirdParty(
  { by, receivedAt, name, personId }: AdmitThirdParty,
  state: OpenedPanel,
): Decision<ThirdPartyAdmitted> {
  const bar = coChairBar(state, by, receivedAt);
  if (bar) return refuse(bar);
  if (state.thirdParties.length >= MOST_THIRD_PARTIES) return refuse(refusals.tooManyThirdParties);
  if (otherwiseEngaged(state, [personId], 'third-party') >= 0) return refuse(refusals.expertEngaged, '/personId');
  const thirdPartyId = `third-party:${String(state.thirdParties.length + 1)}`;
  return accept({
    type: 'ThirdPartyAdmitted',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: { thirdPartyId, name, by, ...(personId === undefined ? {} : { personId }), opens: [], closes: [] },
  });
}

/**
 * The note of a third party is served on both parties and the panel at once: by the person who writes for it here, or
 * by the registry, which received it.
 */
export function fileThirdPartyNote(
  { by, as, receivedAt, thirdPartyId, text }: FileThirdPartyNote,
  state: OpenedPanel,
): Decision<ThirdPartyNoteFiled> {
  if (hasOtherCapacity(state, by, as ?? 'registry')) return refuse(refusals.twoCapacities);
  const thirdParty = state.thirdParties.find(({ id }) => id === thirdPartyId);
  if (!thirdParty || (as === 'third-party' && thirdParty.personId !== by)) return refuse(refusals.unknownThirdParty);
  const bar = screeningOver(state, receivedAt) ?? reviewBar(state, receivedAt);
  if (bar) return refuse(bar);
  const notes = state.materials.filter(({ kind }) => kind === 'third-party-note').length;
  if (notes >= MOST_NOTES) return refuse(refusals.tooManyNotes);
  const data = {
    thirdPartyId,
    author: thirdParty.name,
    materialId: `note:${String(notes + 1)}`,
    by,
    ...(as === undefined ? {} : { as }),
    text,
    opens: [],
    closes: [],
  };
  return accept({ type: 'ThirdPartyNoteFiled', occurredAt: receivedAt, rule: 'S7', tier: 'PANEL', data });
}
