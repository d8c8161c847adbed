import { withCapacity } from '../composition/composition.evolve';
import type { OpenedPanel } from '../panel-state';
import type {
  InformationAnswered,
  InformationNotGiven,
  InformationRequested,
  MaterialCommented,
  ThirdPartyAdmitted,
  ThirdPartyNoteFiled,
} from './information-events';
import type { InformationRequest, Material } from './material';

export const requested = (
  state: OpenedPanel,
  { data: { requestId: id, askedOf, questions }, occurredAt: askedAt }: InformationRequested,
): OpenedPanel => ({
  ...state,
  requests: [...state.requests, { id, askedOf, questions, askedAt, outcome: 'awaited' }],
});

export function answered(state: OpenedPanel, { data, occurredAt }: InformationAnswered): OpenedPanel {
  const { requestId, materialId: id, party, text, exhibits, by } = data;
  const answer: Material = {
    id,
    kind: 'answer',
    about: requestId,
    party,
    text,
    exhibits,
    servedAt: occurredAt,
    comments: [],
  };
  return withCapacity(withMaterial(withOutcome(state, requestId, 'answered'), answer), by, 'desk');
}

export const notGiven = (state: OpenedPanel, { data }: InformationNotGiven): OpenedPanel =>
  withOutcome(state, data.requestId, 'not-given');

export function admitted(
  state: OpenedPanel,
  { data: { thirdPartyId: id, name, personId }, occurredAt: admittedAt }: ThirdPartyAdmitted,
): OpenedPanel {
  if (personId === undefined) return { ...state, thirdParties: [...state.thirdParties, { id, name, admittedAt }] };
  return withCapacity(
    { ...state, thirdParties: [...state.thirdParties, { id, name, admittedAt, personId }] },
    personId,
    'third-party',
  );
}

export function noteFiled(state: OpenedPanel, { data, occurredAt }: ThirdPartyNoteFiled): OpenedPanel {
  const { materialId: id, thirdPartyId: about, text, by, as = 'registry' } = data;
  const note: Material = {
    id,
    kind: 'third-party-note',
    about,
    party: null,
    text,
    exhibits: [],
    servedAt: occurredAt,
    comments: [],
  };
  return withCapacity(withMaterial(state, note), by, as);
}

export function materialCommented(
  state: OpenedPanel,
  { data, occurredAt: receivedAt }: MaterialCommented,
): OpenedPanel {
  const { materialId, party, comment, by } = data;
  const materials = state.materials.map((each) =>
    each.id === materialId ? { ...each, comments: [...each.comments, { party, comment, receivedAt }] } : each,
  );
  return withCapacity({ ...state, materials }, by, 'desk');
}

export const withMaterial = (state: OpenedPanel, material: Material): OpenedPanel => ({
  ...state,
  materials: [...state.materials, material],
});

const withOutcome = (state: OpenedPanel, id: string, outcome: InformationRequest['outcome']): OpenedPanel => ({
  ...state,
  requests: state.requests.map((request) => (request.id === id ? { ...request, outcome } : request)),
});
