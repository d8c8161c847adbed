import { withCapacity } from '../composition/composition.evolve';
import type { OpenedPanel } from '../panel-state';
import { withMaterial } from '../information/information.evolve';
import type { Material } from '../information/material';
import type { ExpertDisclosed, ExpertReportServed, ExpertsProposed, ExpertTaken } from './expert-events';

export const proposed = (
  state: OpenedPanel,
  { data: { party, experts, by }, occurredAt: proposedAt }: ExpertsProposed,
): OpenedPanel =>
  withCapacity({ ...state, expertLists: [...state.expertLists, { party, experts, proposedAt }] }, by, 'desk');

export function taken(
  state: OpenedPanel,
  { data: { expertId, questions, personId }, occurredAt: takenAt }: ExpertTaken,
): OpenedPanel {
  const expert = { expertId, questions, takenAt, report: null, ...(personId === undefined ? {} : { personId }) };
  const after = { ...state, takenExperts: [...state.takenExperts, expert] };
  return personId === undefined ? after : withCapacity(after, personId, 'expert');
}

export const disclosedAsExpert = (
  state: OpenedPanel,
  { data: { expertId, statement }, occurredAt: disclosedAt }: ExpertDisclosed,
): OpenedPanel => ({
  ...state,
  takenExperts: state.takenExperts.map((expert) =>
    expert.expertId === expertId ? { ...expert, disclosure: { statement, disclosedAt } } : expert,
  ),
});

export function reported(state: OpenedPanel, { data, occurredAt: servedAt }: ExpertReportServed): OpenedPanel {
  const { materialId: id, expertId, text, exhibits, by, as = 'registry' } = data;
  const report: Material = {
    id,
    kind: 'expert-report',
    about: expertId,
    party: null,
    text,
    exhibits,
    servedAt,
    comments: [],
  };
  const takenExperts = state.takenExperts.map((expert) =>
    expert.expertId === expertId ? { ...expert, report: id } : expert,
  );
  return withCapacity(withMaterial({ ...state, takenExperts }, report), by, as);
}
