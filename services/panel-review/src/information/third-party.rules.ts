import { accept, refuse } from '@parley/kernel';
import { lateEntryRefusals, type StandingPaper } from '@parley/procedure';
import { otherwiseEngaged, reportCommentsClosing } from '../experts/expert-reports.rules';
import { commentClockId, expertRefusals } from '../experts/experts.rules';
import { replacedPaper } from '../experts/papers.rules';
import { commonRefusals, evolveOpened } from '../panel/common-refusals.rules';
import type { AdmitThirdParty, CommentOnMaterial, FileThirdPartyNote } from '../panel/panel-commands.rules';
import {
  deskOf,
  hasOtherCapacity,
  isPast,
  isRefused,
  runs,
  screeningOver,
  type OpenedPanel,
  type PanelEvent,
} from '../panel/panel-state.rules';
import { coChairBar, reviewBar } from '../review/comments.rules';
import { informationRefusals } from './information-request.rules';
import { leaveCommentsClosed, leaveCommentsId } from './leave.rules';
import type { Material, MaterialCommented, ThirdPartyAdmitted, ThirdPartyNoteFiled } from './information.rules';

/** A party comments once on what the other party, a third party or an expert laid before the panel (I-65). */
export function commentOnMaterial(command: CommentOnMaterial, state: OpenedPanel) {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt, materialId } = command;
  const material = state.materials.find(({ id }) => id === materialId);
  if (!material) return refuse(informationRefusals.unknownMaterial);
  const party = state.parties[side];
  if (material.party === party) return refuse(informationRefusals.ownMaterial);
  const over = screeningOver(state, receivedAt) ?? commentBar(material, state, receivedAt);
  if (over) return refuse(over);
  if (material.comments.some((other) => other.party === party)) return refuse(informationRefusals.materialCommented);
  const { comment } = command;
  const commented: MaterialCommented = {
    type: 'MaterialCommented',
    occurredAt: receivedAt,
    rule: 'I-65',
    tier: 'PANEL',
    data: { materialId, kind: material.kind, n: numberOf(material, state), party, by, comment, opens: [], closes: [] },
  };
  const request = leaveFor(material, state);
  return accept<PanelEvent>(
    commented,
    ...(request ? [leaveCommentsClosed(request, state, receivedAt)] : []),
    ...reportCommentsClosing(evolveOpened(state, commented), materialId, receivedAt),
  );
}

/** The number by which people know material: that of the request which it answers, or that among its kind. */
function numberOf({ id, kind, about }: Material, { materials, requests }: OpenedPanel): number {
  const ofKind = materials.filter((each) => each.kind === kind).findIndex((each) => each.id === id) + 1;
  return requests.find((request) => request.id === about)?.n ?? ofKind;
}

/** A report has its own time for comments. Other material is open to comments until the panel makes its findings. */
function commentBar(material: Material, state: OpenedPanel, at: CommentOnMaterial['receivedAt']) {
  const { id, kind } = material;
  const request = leaveFor(material, state);
  if (request) {
    const clock = leaveCommentsId(request, state);
    return runs(state, clock) && !isPast(state, clock, at) ? undefined : informationRefusals.materialCommentLate;
  }
  if (kind === 'expert-report')
    return runs(state, commentClockId(id)) && !isPast(state, commentClockId(id), at)
      ? undefined
      : informationRefusals.materialCommentLate;
  const open = state.stage.name === 'reviewing' || state.stage.name === 'interim-comments';
  return open && !isPast(state, 'interim-comments', at) ? undefined : informationRefusals.materialCommentLate;
}

/** The request of both co-chairs that material answers by their leave. */
const leaveFor = ({ about }: Material, { requests }: OpenedPanel) =>
  requests.find(({ id, leave }) => id === about && leave !== null);

const MOST_THIRD_PARTIES = 20;
/** Notes of one case; each goes to both parties, who may comment on each. */
const MOST_NOTES = 40;

/**
 * One co-chair suffices to admit a third party: both sides hear a person whom one side's co-chair finds worth hearing.
 */
export function admitThirdParty(command: AdmitThirdParty, state: OpenedPanel) {
  const { by, receivedAt } = command;
  const bar = coChairBar(state, by, receivedAt);
  if (bar) return refuse(bar);
  if (state.thirdParties.length >= MOST_THIRD_PARTIES) return refuse(informationRefusals.tooManyThirdParties);
  const { name, personId } = command;
  if (otherwiseEngaged(state, [personId], 'third-party') >= 0) return refuse(expertRefusals.expertEngaged, '/personId');
  const thirdPartyId = `third-party:${String(state.thirdParties.length + 1)}`;
  return accept<ThirdPartyAdmitted>({
    type: 'ThirdPartyAdmitted',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: { thirdPartyId, name, by, ...(personId === undefined ? {} : { personId }), opens: [], closes: [] },
  });
}

/**
 * The note of a third party is served on both parties and the panel at once. The person who writes for the third party
 * here files it, also in the place of paper, or what the registry received stands (I-67).
 */
export function fileThirdPartyNote(command: FileThirdPartyNote, state: OpenedPanel, paper?: StandingPaper) {
  const { by, as, receivedAt, thirdPartyId } = command;
  if (hasOtherCapacity(state, by, as ?? 'registry')) return refuse(commonRefusals.twoCapacities);
  const thirdParty = state.thirdParties.find(({ id }) => id === thirdPartyId);
  if (!thirdParty || (as === 'third-party' && thirdParty.personId !== by))
    return refuse(informationRefusals.unknownThirdParty);
  const bar = screeningOver(state, receivedAt) ?? reviewBar(state, receivedAt);
  if (bar) return refuse(bar);
  if (!runs(state, 'evidence') || isPast(state, 'evidence', receivedAt))
    return refuse(informationRefusals.evidenceClosed);
  const notes = state.materials.filter(({ kind }) => kind === 'third-party-note').length;
  if (notes >= MOST_NOTES) return refuse(informationRefusals.tooManyNotes);
  const { text, replaces } = command;
  const replaced = as && replaces !== undefined ? replacedPaper(thirdPartyId, receivedAt, state, replaces) : undefined;
  if (replaces !== undefined && !replaced) return refuse(lateEntryRefusals.nothingToReplace, '/replaces');
  const data = {
    thirdPartyId,
    author: thirdParty.name,
    materialId: `note:${String(notes + 1)}`,
    by,
    ...(as === undefined ? {} : { as }),
    text,
    opens: [],
    closes: [],
    ...replaced,
    ...(paper ? { paper } : {}),
  };
  return accept<ThirdPartyNoteFiled>({
    type: 'ThirdPartyNoteFiled',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data,
  });
}
