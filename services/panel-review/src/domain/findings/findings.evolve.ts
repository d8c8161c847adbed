import { withCapacity } from '../composition/composition.evolve';
import type { OpenedPanel } from '../panel-state';
import type { FindingsCertified, FindingsDecided, FindingsIssued, VotesAttributed } from './findings-events';

export const decided = (state: OpenedPanel, { data: { findings, digest }, occurredAt: decidedAt }: FindingsDecided): OpenedPanel => ({
  ...state,
  stage: { name: 'certifying', decision: { findings, attributed: [], digest, decidedAt, certifications: [] } },
});

export const attributed = (state: OpenedPanel, { data: { votes } }: VotesAttributed): OpenedPanel =>
  state.stage.name === 'certifying' ? { ...state, stage: { name: 'certifying', decision: { ...state.stage.decision, attributed: votes } } } : state;

export function certified(state: OpenedPanel, { data, occurredAt: receivedAt }: FindingsCertified): OpenedPanel {
  if (state.stage.name !== 'certifying') return state;
  const { by: coHead, party, digest, jws } = data;
  const { decision } = state.stage;
  const certifications = [...decision.certifications, { coHead, party, digest, ...(jws === undefined ? {} : { jws }), receivedAt }];
  return withCapacity({ ...state, stage: { name: 'certifying', decision: { ...decision, certifications } } }, coHead, 'cohead');
}

export const issued = (state: OpenedPanel, { data }: FindingsIssued): OpenedPanel =>
  state.stage.name === 'certifying' ? { ...state, stage: { name: 'issued', decision: state.stage.decision, issue: data.issue } } : state;
