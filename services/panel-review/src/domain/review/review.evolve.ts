import { sideOf } from '@parley/kernel';
import { withCapacity } from '../composition/composition.evolve';
import type { OpenedPanel } from '../panel-state';
import type { InterimCommented, InterimIssued } from './review-events';

export const interimIssued = (
  state: OpenedPanel,
  { data: { text, exhibits, digest }, occurredAt: issuedAt }: InterimIssued,
): OpenedPanel => ({
  ...state,
  interim: { text, exhibits, digest, issuedAt },
  stage: { name: 'interim-comments' },
});

export function commented(state: OpenedPanel, { data, occurredAt: receivedAt }: InterimCommented): OpenedPanel {
  const comment = { side: sideOf(state.parties, data.party), comment: data.comment, receivedAt };
  return withCapacity({ ...state, comments: [...state.comments, comment] }, data.by, 'desk');
}
