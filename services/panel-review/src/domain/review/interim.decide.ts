import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { isPast } from '../acting';
import type { DraftInterim, SignInterim } from '../panel-commands';
import type { PanelEvent } from '../panel-events';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { interimDigest } from './interim';
import type { InterimDrafted, InterimIssued, InterimMissing, InterimSigned } from './review-events';
import { panelActBar, unknownExhibit } from './taking-part';

/** A member lays a draft of the interim text before the panel; it takes the place of the one before, and of its signatures. */
export function draftInterim({ by, receivedAt, text, exhibits }: DraftInterim, state: OpenedPanel): Decision<InterimDrafted> {
  const bar = panelActBar(state, by, receivedAt);
  if (bar) return refuse(bar);
  if (state.stage.name !== 'reviewing') return refuse(refusals.notReviewing);
  if (isPast(state, 'review', receivedAt)) return refuse(refusals.reviewOver);
  const unknown = unknownExhibit(exhibits, state.exhibits);
  if (unknown >= 0) return refuse(refusals.unknownExhibit, `/exhibits/${String(unknown)}`);
  const digest = interimDigest(state.caseId, text, exhibits);
  return accept({ type: 'InterimDrafted', occurredAt: receivedAt, rule: 'S8', tier: 'DELIBERATION', data: { by, text, exhibits, digest, opens: [], closes: [] } });
}

/** A co-chair signs the draft; with both signatures over the same digest it goes to the parties. */
export function signInterim({ by, receivedAt, digest }: SignInterim, state: OpenedPanel, clocks: Clocks): Decision<PanelEvent> {
  const bar = panelActBar(state, by, receivedAt);
  if (bar) return refuse(bar);
  const coChairs = state.convening?.coChairs ?? [];
  if (!coChairs.includes(by)) return refuse(refusals.notCoChair);
  if (state.stage.name !== 'reviewing') return refuse(refusals.notReviewing);
  if (isPast(state, 'review', receivedAt)) return refuse(refusals.reviewOver);
  const { draft } = state.stage;
  if (!draft) return refuse(refusals.noDraft);
  if (digest !== draft.digest) return refuse(refusals.digestDiffers, '/digest');
  if (draft.signedBy.includes(by)) return refuse(refusals.coChairSigned);
  const signed: InterimSigned = { type: 'InterimSigned', occurredAt: receivedAt, rule: 'S8', tier: 'DELIBERATION', data: { by, digest, opens: [], closes: [] } };
  if (!coChairs.every((chair) => chair === by || draft.signedBy.includes(chair))) return accept(signed);
  const issued: InterimIssued = {
    type: 'InterimIssued',
    occurredAt: receivedAt,
    rule: 'S8',
    tier: 'PANEL',
    data: {
      text: draft.text,
      exhibits: draft.exhibits,
      digest,
      opens: [clocks.start('interim-comments', { event: 'InterimIssued', at: receivedAt })],
      closes: ['review'],
    },
  };
  return accept<PanelEvent>(signed, issued);
}

/** The review ended without an interim text: that is recorded, and the time for findings starts at once. */
export const interimByDefault = (expiry: Instant, clocks: Clocks): Decision<InterimMissing> =>
  accept({
    type: 'InterimMissing',
    occurredAt: expiry,
    rule: 'S9',
    tier: 'PUBLIC',
    data: { opens: [clocks.start('findings', { event: 'InterimMissing', at: expiry, kind: 'expiry' })], closes: ['review'] },
  });
