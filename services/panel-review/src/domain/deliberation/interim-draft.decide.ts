import { accept, refuse, type Decision, type RefusalReason } from '@parley/kernel';
import { isPast } from '../acting';
import { refusals } from '../refusals';
import { interimDigest } from '../review/interim';
import { panelActBar, unknownExhibit } from '../review/taking-part';
import type { DeliberationEvent, DeliberationState, InterimDrafted } from './deliberation';
import type { DraftInterim, SignInterim } from './deliberation-commands';

/**
 * A member lays a draft of the interim text before the panel; it takes the place of the one before, and of its
 * signatures.
 */
export function draftInterim(command: DraftInterim, state: DeliberationState): Decision<InterimDrafted> {
  const bar = reviewBar(command, state);
  if (bar) return refuse(bar);
  const { by, receivedAt, panel, text, exhibits } = command;
  const unknown = unknownExhibit(exhibits, panel.exhibits);
  if (unknown >= 0) return refuse(refusals.unknownExhibit, `/exhibits/${String(unknown)}`);
  const digest = interimDigest(panel.caseId, text, exhibits);
  return accept({
    type: 'InterimDrafted',
    occurredAt: receivedAt,
    rule: 'S8',
    tier: 'DELIBERATION',
    data: { by, text, exhibits, digest },
  });
}

/** A co-chair signs the draft; with both signatures over the same digest the panel has agreed on it. */
export function signInterim(command: SignInterim, state: DeliberationState): Decision<DeliberationEvent> {
  const { by, receivedAt, panel, digest, jws } = command;
  const bar = reviewBar(command, state);
  if (bar) return refuse(bar);
  const coChairs = panel.convening?.coChairs ?? [];
  if (!coChairs.includes(by)) return refuse(refusals.notCoChair);
  const { draft } = state;
  if (!draft) return refuse(refusals.noDraft);
  if (digest !== draft.digest) return refuse(refusals.digestDiffers, '/digest');
  const signedBy = draft.signatures.map((signature) => signature.by);
  if (signedBy.includes(by)) return refuse(refusals.coChairSigned);
  const about = { occurredAt: receivedAt, rule: 'S8', tier: 'DELIBERATION' } as const;
  const signed: DeliberationEvent = {
    ...about,
    type: 'InterimSigned',
    data: { by, digest, ...(jws === undefined ? {} : { jws }) },
  };
  if (!coChairs.every((chair) => chair === by || signedBy.includes(chair))) return accept(signed);
  return accept<DeliberationEvent>(signed, { ...about, type: 'InterimAgreed', data: { digest } });
}

/** Why nothing can be drafted or signed now; `undefined` while the panel reviews and has not agreed on a text. */
function reviewBar(
  { by, receivedAt, panel }: DraftInterim | SignInterim,
  { agreedAt }: DeliberationState,
): RefusalReason | undefined {
  const bar = panelActBar(panel, by, receivedAt);
  if (bar) return bar;
  if (panel.stage.name !== 'reviewing' || agreedAt !== null) return refusals.notReviewing;
  return isPast(panel, 'review', receivedAt) ? refusals.reviewOver : undefined;
}
