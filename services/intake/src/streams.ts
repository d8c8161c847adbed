import { streamName, type StreamName } from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';

/** The intake's part of each case. */
export const CASE_CATEGORY = 'intake.case';
/** The register of service of each case: what was served on whom, delivered and retrieved. */
export const SERVICE_CATEGORY = 'intake.service';
/**
 * What the parties say without prejudice in each case. It is apart from all else, so that nothing made from the case
 * can hold any of it (I-45).
 */
export const WITHOUT_PREJUDICE_CATEGORY = 'intake.withoutprejudice';
/** Each request on the hotline, with a case or without. */
export const HOTLINE_CATEGORY = 'intake.hotline';
/** The watch list of each side for the hotline: its own, of which nobody is told but whether there is one. */
export const WATCH_LIST_CATEGORY = 'intake.watchlist';
/** Who speaks for each party. */
export const PARTY_CATEGORY = 'intake.party';
/** The outages of the installation's system. */
export const OUTAGE_CATEGORY = 'intake.outages';
/** The calendars that co-heads announce. */
export const CALENDAR_CATEGORY = 'intake.calendars';
/** The versions of the rules that are proposed to the co-heads, and those that they adopted. */
export const RULES_CATEGORY = 'intake.rules';
/** The keys by which the registry signs, and the mode in which the record was begun. */
export const SIGNING_KEYS_CATEGORY = 'intake.signingkeys';
/** What the registry's desk does about its steps in each case. */
export const DESK_CATEGORY = 'intake.desk';
/** Letters of the parties in each case, to everybody in it or to the other party. */
export const LETTERS_CATEGORY = 'intake.letters';
/**
 * Letters of each side to the registry alone. They are apart from what others read, including the other side's own
 * letters to the registry.
 */
export const REGISTRY_LETTERS_CATEGORY = 'intake.registryletters';
/** Who deleted whom to call in each case: its complainant's own. */
export const CONTACT_CATEGORY = 'intake.contacts';
/** One docket per party and year of registration. */
export const DOCKET_CATEGORY = 'intake.docket';

/**
 * What is of one case. The register of service is not among them: who only takes what was served reads, and acts in no
 * capacity.
 */
export const OF_CASES: readonly string[] = [
  CASE_CATEGORY,
  LETTERS_CATEGORY,
  REGISTRY_LETTERS_CATEGORY,
  WITHOUT_PREJUDICE_CATEGORY,
  CONTACT_CATEGORY,
  DESK_CATEGORY,
];

/** Id of a register of which the installation has only one. */
export const REGISTER = 'register';
export type Register = typeof REGISTER;

export const caseStream = (caseId: CaseId): StreamName => streamName(CASE_CATEGORY, caseId);
export const serviceStream = (caseId: CaseId): StreamName => streamName(SERVICE_CATEGORY, caseId);
export const withoutPrejudiceStream = (caseId: CaseId): StreamName => streamName(WITHOUT_PREJUDICE_CATEGORY, caseId);
export const hotlineStream = (hotlineId: string): StreamName => streamName(HOTLINE_CATEGORY, hotlineId);
export const watchListStream = (party: PartyCode): StreamName => streamName(WATCH_LIST_CATEGORY, party);
export const partyStream = (party: PartyCode): StreamName => streamName(PARTY_CATEGORY, party);
export const deskStream = (caseId: CaseId): StreamName => streamName(DESK_CATEGORY, caseId);
export const outageStream: StreamName = streamName(OUTAGE_CATEGORY, REGISTER);
export const calendarStream: StreamName = streamName(CALENDAR_CATEGORY, REGISTER);
export const rulesStream: StreamName = streamName(RULES_CATEGORY, REGISTER);
export const signingKeysStream: StreamName = streamName(SIGNING_KEYS_CATEGORY, REGISTER);
export const lettersStream = (caseId: CaseId): StreamName => streamName(LETTERS_CATEGORY, caseId);
export const registryLettersStream = (caseId: CaseId, party: PartyCode): StreamName =>
  streamName(REGISTRY_LETTERS_CATEGORY, `${caseId}-${party}`);
export const contactStream = (caseId: CaseId): StreamName => streamName(CONTACT_CATEGORY, caseId);
export const docketStream = (party: PartyCode, year: number): StreamName =>
  streamName(DOCKET_CATEGORY, `${party}-${String(year)}`);
