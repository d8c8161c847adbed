import { evidence, intake, told } from '@parley/contracts';
import type { CaseId, CaseParties, Instant, PartyCode } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { Track } from '@parley/procedure';
import type { NoteCommand, OpenPanel } from '../domain/panel-commands';

/** Contexts of whose events panel review hears. */
export const HEARS = ['intake', 'evidence'] as const;

/** A registration that opens a panel, as far as the message says. */
export interface Registration extends Pick<OpenPanel, 'caseId' | 'parties' | 'registeredAt' | 'registeredBy' | 'ruleSetVersion' | 'longStop' | 'track'> {
  readonly type: 'Registration';
}

/** What a public event means to a panel. */
export type Heard = Registration | Exclude<NoteCommand, OpenPanel>;

/** Nothing for most events: then nothing is to be done, and nothing to be noted. */
export const heardFrom = (event: PublicEvent): Heard | undefined => registrationOf(event) ?? noteOf(event);

/** The registration of a case whose screening goes on; none for a case that had ended before its number came. */
export function registrationOf(event: PublicEvent): Registration | undefined {
  const registered = told(event, intake.CaseRegisteredSchema);
  if (!registered?.parties || !registered.longStop || registered.alreadyEnded !== '') return undefined;
  const { caseId, parties, ruleSetVersion, longStop } = registered;
  return {
    type: 'Registration',
    caseId: caseId as CaseId,
    parties: partiesOf(parties),
    registeredAt: event.time,
    registeredBy: triggerKindOf(longStop.record),
    ruleSetVersion,
    longStop: longStop.dueAt as Instant,
    track: trackOf(registered.track),
  };
}

/** What else of the others' public events a panel needs to know; nothing for most. */
export function noteOf(event: PublicEvent): Exclude<NoteCommand, OpenPanel> | undefined {
  const at = event.time;
  const served = told(event, intake.GrievanceServedSchema);
  if (served) {
    const claims = served.grievance?.claims ?? [];
    return { type: 'NoteClaims', at, claims: claims.map(({ id, measureId, agreement, provision }) => ({ id, measure: measureId, agreement, provision })) };
  }
  if (told(event, intake.ConsultationsClosedSchema)) return { type: 'NoteConsultationsEnd', at };
  const changed = told(event, intake.TrackChangedSchema);
  // Before the registration there is no panel; the message of that names the track.
  if (changed) return changed.longStop && { type: 'NoteTrack', track: trackOf(changed.track), longStop: changed.longStop.dueAt as Instant, at };
  const extended = told(event, intake.LongStopExtendedSchema);
  if (extended) return extended.longStop && { type: 'NoteLongStop', longStop: extended.longStop.dueAt as Instant, at };
  const ended = told(event, intake.ScreeningEndedSchema);
  if (ended) return { type: 'NoteScreeningEnd', outcome: ended.outcome, at };
  const reopened = told(event, intake.LapseSetAsideSchema);
  if (reopened) return { type: 'NoteLapseSetAside', becauseOf: reopened.becauseOf, at };
  const accepted = told(event, evidence.ExhibitAcceptedSchema);
  if (accepted) return READ_BY_PANEL_AND_BOTH_SIDES.includes(accepted.tier) ? { type: 'NoteExhibit', exhibit: accepted.exhibitNumber, at } : undefined;
  const version = told(event, evidence.PublicVersionFiledSchema);
  return version && { type: 'NoteExhibit', exhibit: version.exhibitNumber, at };
}

/**
 * A text of the panel rests on what both sides have a version of (I-65), and the panel too: of an exhibit between the parties
 * alone its members do not even learn that it is there (I-43), unless there is a public version.
 */
const READ_BY_PANEL_AND_BOTH_SIDES: readonly string[] = ['PUBLIC', 'PANEL'];

const partiesOf = ({ complainant, respondent }: Readonly<Record<keyof CaseParties, string>>): CaseParties => ({
  complainant: complainant as PartyCode,
  respondent: respondent as PartyCode,
});

/** A message of before there were tracks names none. */
const trackOf = (track: string): Track => (track === 'urgent' || track === 'complex' ? track : 'standard');

/** A registration by default has the day of the expiry as its trigger day, which only the deadline's record tells. */
function triggerKindOf(record: string): Registration['registeredBy'] {
  const { trigger } = JSON.parse(record) as { readonly trigger: { readonly kind: string } };
  return trigger.kind === 'expiry' ? 'expiry' : 'act';
}
