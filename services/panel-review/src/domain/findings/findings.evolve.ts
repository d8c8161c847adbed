import { withCapacity } from '../composition/composition.evolve';
import type { OpenedPanel } from '../panel-state';
import type { FindingsCertified, FindingsDecided, FindingsIssued, VotesAttributed } from './findings-events';

export const decided = (
  state: OpenedPanel,
  { data: { findings, digest }, occurredAt: decidedAt }: FindingsDecided,
): OpenedPanel => ({
  ...state,
  stage: { name: 'certifying', decision: { findings, attributed: [], digest, decidedAt, certifications: [] } },
});

export const attributed = (state: OpenedPanel, { data: { votes } }: VotesAttributed): OpenedPanel =>
  state.stage.name === 'certifying'
    ? { ...state, stage: { name: 'certifying', decision: { ...state.stage.decision, attributed: votes } } }
    : state;

export function certified(state: OpenedPanel, { data, occurredAt: receivedAt }: FindingsCertified): OpenedPanel {
  const { stage } = state;
  if (stage.name !== 'certifying' && stage.name !== 'issued') return state;
  const { by: coHead, party, digest, jws } = data;
  const certifications = [
    ...stage.decision.certifications,
    { coHead, party, digest, ...(jws === undefined ? {} : { jws }), receivedAt },
  ];
  const decision = { ...stage.decision, certifications };
  const after =
    stage.name === 'certifying'
      ? { ...stage, decision }
      : {
          ...stage,
          decision,
          issue: { ...stage.issue, missing: stage.issue.missing.filter((missing) => missing !== party) },
        };
  return withCapacity({ ...state, stage: after }, coHead, 'cohead');
}

export const issued = (state: OpenedPanel, { data }: FindingsIssued): OpenedPanel =>
  state.stage.name === 'certifying'
    ? { ...state, stage: { name: 'issued', decision: state.stage.decision, issue: data.issue } }
    : state;
