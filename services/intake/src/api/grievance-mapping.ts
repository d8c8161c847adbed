import { sha256 } from '@parley/event-store';
import { canonicalJson, type IsoDate, type Sha256, type Text } from '@parley/kernel';
import type { AuthoredText } from '@parley/http';
import type { Grievance } from '../domain/filing/grievance';
import type { GrievanceRequest } from './grievance.request';

/** The grievance of a validated request. Field by field the same, so that both have one digest. */
export const grievanceOf = (request: GrievanceRequest): Grievance => ({
  subject: textsOf(request.subject),
  measures: request.measures.map(({ id, title, number, issuer, date, citation, endedOn, goods }) => ({
    id,
    title: textsOf(title),
    number,
    issuer,
    date: date as IsoDate,
    citation,
    ...(endedOn === undefined ? {} : { endedOn: endedOn as IsoDate }),
    ...(goods === undefined ? {} : { goods: goods.map(({ system, edition, code }) => ({ system, edition, code })) }),
  })),
  claims: request.claims.map(({ id, measure, agreement, provision, because, claimant }) => ({
    id,
    measure,
    agreement,
    ...(provision === undefined ? {} : { provision }),
    because: textsOf(because),
    ...(claimant === undefined ? {} : { claimant }),
  })),
  facts: textsOf(request.facts),
  remedy: textsOf(request.remedy),
  publicSummary: textsOf(request.publicSummary),
  ...(request.documents === undefined ? {} : { documents: request.documents }),
  ...(request.authority === undefined ? {} : { authority: request.authority }),
});

/** A grievance in the words of the API: the words in which it was sent. */
export const grievanceShown = (grievance: Grievance): GrievanceRequest => grievance;

/** SHA-256 of the canonical JSON of a grievance: what is certified, and what a receipt names. */
export const digestOf = (grievance: Grievance): Sha256 => sha256(canonicalJson(grievance));

export const textsOf = (texts: readonly AuthoredText[]): readonly Text[] =>
  texts.map(({ lang, text, kind, of }) => ({ lang, text, kind, ...(of === undefined ? {} : { of }) }));
