import {
  parseIsoDate,
  refuse,
  type CaseParties,
  type Instant,
  type IsoDate,
  type Side,
  type Text,
} from '@parley/kernel';
import { daysBetween } from '@parley/procedure';
import {
  channelStanding,
  standing,
  type ConsultationProvision,
  type Forum,
  type ForumCode,
  type OpenForum,
} from '../forums/forums.rules';
import { claimantOf } from '../referral/common-refusals.rules';
import type { StandingGrievance, ToldClaim } from '../referral/known-case.rules';
import type { ChannelRequest, Memorandum } from './dossier.rules';
import { draftRefusals } from './draft-refusals.rules';

/** Consultations that were held at the WTO, as shown by its documents. */
export interface HeldConsultations {
  /** Symbol of the request for them, such as `WT/DS633/1`. */
  readonly symbol: string;
  readonly requestedOn: IsoDate;
  /** Days on which they were held; empty when the other Member did not come. */
  readonly heldOn: readonly IsoDate[];
}

/** What DSU 6.2 requires of a request for a panel beside the measures and the legal basis. */
export interface PanelRequest {
  /**
   * The consultations that were held. It is `null` when none were requested, and `withoutConsultations` then says why
   * none were needed.
   */
  readonly consultations: HeldConsultations | null;
  readonly withoutConsultations: readonly Text[];
  /** Why the request comes before the time of DSU 4.7 is over; empty when it is over. */
  readonly earlierBecause: readonly Text[];
  /** A brief summary of the legal basis, sufficient to present the problem clearly. */
  readonly summary: readonly Text[];
}

/** What a party that complains asks for, with its own words for the draft. */
export interface DossierRequest {
  readonly forum: ForumCode;
  readonly consultationProvisions: readonly ConsultationProvision[];
  /** Ids of the measures at issue. A request may name fewer claims than the grievance. */
  readonly measures: readonly string[];
  /** Ids of the claims. */
  readonly claims: readonly string[];
  /** Whether the draft reserves the right to address further measures and claims. */
  readonly furtherClaimsReserved: boolean;
  /** What else the draft says, in that party's own words; may be empty. */
  readonly statement: readonly Text[];
  /** The statement of available evidence that a subsidy claim needs (SCM 4.2, 7.2); empty for other claims. */
  readonly availableEvidence: readonly Text[];
  /** Turns the draft into a request for a panel; for the WTO alone. */
  readonly panelRequest?: PanelRequest;
  /** For the World Bank alone. */
  readonly channel?: ChannelRequest;
  /** For the capitals alone. */
  readonly memorandum?: Memorandum;
}

/** Whose request it is, what it rests on, and when it comes. */
export interface Asking {
  readonly parties: CaseParties;
  /** The claims that the request names. */
  readonly claims: readonly ToldClaim[];
  readonly at: Instant;
  /** The joint business day on which the request arrives. */
  readonly today: IsoDate;
}

/** I-49: whether the forum hears the request at all. This is checked before anything else in it. */
export function standingFault(request: DossierRequest, forum: Forum, { parties, claims, at, today }: Asking) {
  switch (forum.kind) {
    case 'open':
      return standing(forum, parties, claims, at);
    case 'channels':
      return channelStanding(forum, request.channel, today);
    case 'memorandum':
      return undefined;
  }
}

/** What the forum's rules do not accept in the draft; `undefined` when they accept all of it. */
export function contentFault(request: DossierRequest, forum: Forum, asking: Asking) {
  const stranger = partOfAnotherForum(request, forum);
  if (stranger !== undefined) return refuse(draftRefusals.partElsewhere, stranger);
  switch (forum.kind) {
    case 'open':
      return request.panelRequest
        ? panelRequestFault(request.panelRequest, forum, asking.today)
        : consultationsFault(request, forum, asking);
    case 'channels':
      return undefined;
    case 'memorandum':
      return (request.memorandum?.options.length ?? 0) < forum.fewestOptions
        ? refuse(draftRefusals.optionsMissing, '/memorandum/options')
        : undefined;
  }
}

const consultationsFault = (request: DossierRequest, forum: OpenForum, { claims }: Asking) =>
  request.consultationProvisions.length === 0
    ? refuse(draftRefusals.provisionMissing, '/consultationProvisions')
    : draftFault(request, claims, forum);

const PART_OF = { open: 'panelRequest', channels: 'channel', memorandum: 'memorandum' } as const satisfies Record<
  Forum['kind'],
  keyof DossierRequest
>;

/** The JSON pointer of a part that only another forum's draft has. */
function partOfAnotherForum(request: DossierRequest, { kind }: Forum): string | undefined {
  const stranger = Object.values(PART_OF).find((part) => part !== PART_OF[kind] && request[part] !== undefined);
  return stranger === undefined ? undefined : `/${stranger}`;
}

/**
 * What DSU 4.7 and 6.2 do not accept in a request for a panel. They ask whether consultations were held, with symbol
 * and dates, and whether their time is over.
 */
function panelRequestFault(
  { consultations, withoutConsultations, earlierBecause }: PanelRequest,
  forum: OpenForum,
  today: IsoDate,
) {
  if (!consultations)
    return withoutConsultations.length === 0
      ? refuse(draftRefusals.consultationsUnexplained, '/panelRequest/withoutConsultations')
      : undefined;
  const { symbol, requestedOn, heldOn } = consultations;
  if (!new RegExp(forum.symbols, 'u').test(symbol))
    return refuse(draftRefusals.symbolMalformed, '/panelRequest/consultations/symbol');
  if (requestedOn > today) return refuse(draftRefusals.forumEventAhead, '/panelRequest/consultations/requestedOn');
  const astray = heldOn.findIndex((day) => parseIsoDate(day) === undefined || day < requestedOn || day > today);
  if (astray >= 0) return refuse(draftRefusals.heldOutOfTime, `/panelRequest/consultations/heldOn/${String(astray)}`);
  const isEarly = daysBetween(requestedOn, today) < forum.panelRequestAfterDays;
  return isEarly && earlierBecause.length === 0
    ? refuse(draftRefusals.panelRequestEarly, '/panelRequest/earlierBecause')
    : undefined;
}

const field = (name: string, index: number): string => `/${name}/${String(index)}`;

/**
 * What in a request does not fit the grievance, or is not for the asking party to refer; `undefined` when all of it
 * fits.
 */
export function referenceFault({ measures, claims }: DossierRequest, grievance: StandingGrievance, side: Side) {
  const unknownMeasure = measures.findIndex((id) => !grievance.measures.includes(id));
  if (unknownMeasure >= 0) return refuse(draftRefusals.unknownMeasure, field('measures', unknownMeasure));
  const named = claims.map((id) => grievance.claims.find((claim) => claim.id === id));
  for (const [index, claim] of named.entries()) {
    if (!claim) return refuse(draftRefusals.unknownClaim, field('claims', index));
    if (claimantOf(claim) !== side) return refuse(draftRefusals.claimOfOther, field('claims', index));
    if (!measures.includes(claim.measure)) return refuse(draftRefusals.claimWithoutMeasure, field('claims', index));
  }
  const idle = measures.findIndex((id) => !named.some((claim) => claim?.measure === id));
  return idle >= 0 ? refuse(draftRefusals.measureWithoutClaim, field('measures', idle)) : undefined;
}

/** What the forum's rules do not accept in a draft; `undefined` when they accept all of it. */
function draftFault(request: DossierRequest, claims: readonly ToldClaim[], forum: OpenForum) {
  for (const [index, provision] of request.consultationProvisions.entries()) {
    const path = field('consultationProvisions', index);
    if (!forum.consultationProvisions.some((known) => isSame(known, provision)))
      return refuse(draftRefusals.unknownProvision, path);
    if (!isInPlace(provision, claims, forum)) return refuse(draftRefusals.provisionOutOfPlace, path);
  }
  const needsEvidence = forum.statementsOfEvidence.some((rule) =>
    claims.some((claim) => claim.agreement === rule.agreement && rule.articles.includes(articleOf(claim.provision))),
  );
  return needsEvidence && request.availableEvidence.length === 0
    ? refuse(draftRefusals.evidenceMissing, '/availableEvidence')
    : undefined;
}

const isSame = (a: ConsultationProvision, b: ConsultationProvision): boolean =>
  a.agreement === b.agreement && a.provision === b.provision;

/**
 * DSU 4 serves every claim. GATT XXII and XXIII serve claims under any agreement on goods. Any other provision serves
 * claims under its own agreement.
 */
function isInPlace({ agreement }: ConsultationProvision, claims: readonly ToldClaim[], forum: OpenForum): boolean {
  if (agreement === 'DSU' || claims.some((claim) => claim.agreement === agreement)) return true;
  const onGoods = forum.coveredAgreements.filter(({ annex }) => annex === '1A').map(({ code }) => code);
  return agreement === 'GATT1994' && claims.some((claim) => onGoods.includes(claim.agreement));
}

/** The article of a provision, such as `3` of `3.1(b)`. */
const articleOf = (provision: string): string => /^\w*/.exec(provision)?.[0] ?? '';
