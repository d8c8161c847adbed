import { withCapacity } from '../composition/composition.evolve';
import type { OpenedPanel } from '../panel-state';
import { withMaterial } from '../information/information.evolve';
import type { Material } from '../information/material';
import type { ExpertReportServed, ExpertsProposed, ExpertTaken } from './expert-events';

export const proposed = (state: OpenedPanel, { data: { party, experts, by }, occurredAt: proposedAt }: ExpertsProposed): OpenedPanel =>
  withCapacity({ ...state, expertLists: [...state.expertLists, { party, experts, proposedAt }] }, by, 'desk');

export const taken = (state: OpenedPanel, { data: { expertId, questions }, occurredAt: takenAt }: ExpertTaken): OpenedPanel => ({
  ...state,
  takenExperts: [...state.takenExperts, { expertId, questions, takenAt, report: null }],
});

export function reported(state: OpenedPanel, { data, occurredAt: servedAt }: ExpertReportServed): OpenedPanel {
  const { materialId: id, expertId, text, exhibits, by } = data;
  const report: Material = { id, kind: 'expert-report', about: expertId, party: null, text, exhibits, servedAt, comments: [] };
  const takenExperts = state.takenExperts.map((expert) => (expert.expertId === expertId ? { ...expert, report: id } : expert));
  return withCapacity(withMaterial({ ...state, takenExperts }, report), by, 'registry');
}
