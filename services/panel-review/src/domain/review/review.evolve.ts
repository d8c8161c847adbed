import { sideOf } from '@parley/kernel';
import { withCapacity } from '../composition/composition.evolve';
import type { OpenedPanel } from '../panel-state';
import type { InterimCommented, InterimDrafted, InterimIssued, InterimSigned } from './review-events';

export function drafted(state: OpenedPanel, { data }: InterimDrafted): OpenedPanel {
  if (state.stage.name !== 'reviewing') return state;
  const { text, exhibits, digest, by } = data;
  return { ...state, stage: { name: 'reviewing', draft: { text, exhibits, digest, draftedBy: by, signedBy: [] } } };
}

export function signed(state: OpenedPanel, { data }: InterimSigned): OpenedPanel {
  if (state.stage.name !== 'reviewing' || state.stage.draft?.digest !== data.digest) return state;
  const { draft } = state.stage;
  return { ...state, stage: { name: 'reviewing', draft: { ...draft, signedBy: [...draft.signedBy, data.by] } } };
}

export const interimIssued = (state: OpenedPanel, { data: { text, exhibits, digest }, occurredAt: issuedAt }: InterimIssued): OpenedPanel => ({
  ...state,
  interim: { text, exhibits, digest, issuedAt },
  stage: { name: 'interim-comments' },
});

export function commented(state: OpenedPanel, { data, occurredAt: receivedAt }: InterimCommented): OpenedPanel {
  const comment = { side: sideOf(state.parties, data.party), comment: data.comment, receivedAt };
  return withCapacity({ ...state, comments: [...state.comments, comment] }, data.by, 'desk');
}
