import type { EvidenceEvent, ExhibitAccepted, PublicVersionFiled } from './exhibit-events';
import type { Exhibit, ExhibitNumber } from './exhibit';
import type { EvidenceState, KnownCase } from './evidence-state';

/** What an event means for the evidence of a case. Total: an event that does not fit, or is not known, leaves it as it is. */
export function evolve(state: EvidenceState, event: EvidenceEvent): EvidenceState {
  if (event.type === 'PanelNoted') return { ...state, panel: event.data.members };
  if (state.status === 'unknown') return event.type === 'CaseOpened' ? opened(state, event.data.parties) : state;
  switch (event.type) {
    case 'CaseOpened':
      return state;
    case 'RegistrationNoted':
      return { ...state, registration: event.data };
    case 'ClaimsNoted':
      return { ...state, claims: event.data.claims };
    case 'ScreeningEndNoted':
      return { ...state, status: 'ended', endedAt: event.occurredAt };
    case 'LapseSetAsideNoted':
      return reopened(state);
    case 'ExhibitAccepted':
      return withExhibit(state, accepted(event));
    case 'PublicVersionFiled':
      return changed(state, event.data.number, (exhibit) => ({ ...exhibit, publicVersion: publicVersion(event) }));
    case 'CustodyHandedOver':
      return changed(state, event.data.number, (exhibit) => ({ ...exhibit, custody: [...exhibit.custody, event.data.entry] }));
    case 'ExhibitFoundCorrupt': {
      const { number, copy, found } = event.data;
      return changed(state, number, (exhibit) => ({ ...exhibit, damage: { ...exhibit.damage, [copy]: { copy, found, at: event.occurredAt } } }));
    }
    default:
      return unknownEvent(event, state);
  }
}

const unknownEvent = (_event: never, state: EvidenceState): EvidenceState => state;

const opened = ({ panel }: EvidenceState, parties: KnownCase['parties']): EvidenceState => ({
  status: 'open',
  parties,
  registration: null,
  claims: null,
  panel,
  exhibits: new Map(),
});

const reopened = ({ parties, registration, claims, panel, exhibits }: KnownCase): EvidenceState => ({
  status: 'open',
  parties,
  registration,
  claims,
  panel,
  exhibits,
});

const withExhibit = (state: KnownCase, exhibit: Exhibit): EvidenceState => ({
  ...state,
  exhibits: new Map(state.exhibits).set(exhibit.number, exhibit),
});

function changed(state: KnownCase, number: ExhibitNumber, change: (exhibit: Exhibit) => Exhibit): EvidenceState {
  const exhibit = state.exhibits.get(number);
  return exhibit ? withExhibit(state, change(exhibit)) : state;
}

const accepted = ({ occurredAt, data: { custody, by, ...particulars } }: ExhibitAccepted): Exhibit => ({
  ...particulars,
  acceptedAt: occurredAt,
  filedBy: by,
  custody: [custody],
  publicVersion: null,
  damage: {},
});

const publicVersion = ({ occurredAt, data: { uploadId, file, reason } }: PublicVersionFiled): Exhibit['publicVersion'] => ({
  uploadId,
  file,
  reason,
  filedAt: occurredAt,
});
