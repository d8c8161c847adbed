import { refuse, type Bilingual, type CaseParties, type Instant, type IsoDate, type PartyCode } from '@parley/kernel';
import { plusMonths } from '@parley/procedure';
import type { ChannelRequest } from '../dossier/dossier.rules';
import { draftRefusals } from '../dossier/draft-refusals.rules';
import { capitals } from './capitals.data';
import { worldBank1993, worldBank2020, worldBank2025 } from './world-bank.data';
import { wto } from './wto.data';

/**
 * I-49: whether a channel hears the people who would file. No channel hears a state, so a request that names no channel
 * is refused, and the refusal says who may file.
 * @param today the day of the request
 */
export function channelStanding(forum: ChannelsForum, request: ChannelRequest | undefined, today: IsoDate) {
  if (!request) return refuse({ ...draftRefusals.forumClosed, ...forum.whoFiles }, '/forum');
  const channel = forum.channels.find(({ code }) => code === request.channel);
  if (!channel) return refuse(draftRefusals.noSuchChannel, '/channel/channel');
  if (!channel.institutions.includes(request.institution))
    return refuse(draftRefusals.institutionElsewhere, '/channel/institution');
  if (request.requester === 'executive-director') {
    if (!channel.executiveDirector) return refuse(draftRefusals.executiveDirectorElsewhere, '/channel/requester');
  } else if (request.people < channel.fewestPeople) {
    return refuse(draftRefusals.tooFewPeople, '/channel/people');
  }
  const { monthsAfterClosing } = channel;
  const isOver =
    request.closedOn !== null &&
    monthsAfterClosing !== null &&
    today > plusMonths(request.closedOn, monthsAfterClosing);
  if (isOver) return refuse(draftRefusals.projectClosed, '/channel/closedOn');
  return channel.afterManagement && !request.raisedWithManagement
    ? refuse(draftRefusals.notRaisedBefore, '/channel/raisedWithManagement')
    : undefined;
}

/**
 * Every version under which a dossier may have been prepared, oldest first. The versions changed with the Bank's
 * resolutions of 2020 and 2025.
 */
export const forumRules: readonly ForumRules[] = [
  { version: '1995-1', from: '1995-01-01' as IsoDate, forums: [wto, worldBank1993, capitals] },
  { version: '2020-1', from: '2020-09-08' as IsoDate, forums: [wto, worldBank2020, capitals] },
  { version: '2026-1', from: '2025-03-07' as IsoDate, forums: [wto, worldBank2025, capitals] },
];

/** A version by its name. @throws {RangeError} for a name that no version has */
export function forumRulesOf(version: string): ForumRules {
  const found = forumRules.find((rules) => rules.version === version);
  if (found === undefined) throw new RangeError(`no forum rules ${version}`);
  return found;
}

/**
 * The version under which a dossier requested at an instant is prepared.
 * @throws {RangeError} for a time before the first version
 */
export function forumRulesAt(instant: Instant): ForumRules {
  const found = forumRules.findLast(({ from }) => from <= instant.slice(0, 10));
  if (found === undefined) throw new RangeError(`no forum rules at ${instant}`);
  return found;
}

/** A forum of a version. @throws {RangeError} when that version does not know it */
export function forumOf(rules: ForumRules, code: ForumCode): Forum {
  const found = rules.forums.find((forum) => forum.code === code);
  if (found === undefined) throw new RangeError(`forum rules ${rules.version} do not know ${code}`);
  return found;
}

/** Forums that a party may name. Naming one is not enough: the forum's rules say who is heard there. */
export const FORUM_CODES = ['WTO', 'WORLD_BANK', 'CAPITALS'] as const;
export type ForumCode = (typeof FORUM_CODES)[number];

/** Where a covered agreement stands in the WTO Agreement: its annex, or the agreement itself. */
export type Annex = 'agreement' | '1A' | '1B' | '1C' | '2' | '4';

/** An agreement of DSU Appendix 1, under which a Member may ask another for consultations. */
export interface CoveredAgreement {
  /** The code that claims use, such as `GATT1994`. */
  readonly code: string;
  readonly name: Bilingual;
  readonly annex: Annex;
  /**
   * For an agreement that binds only those who joined it (Annex 4): when each party joined. Membership binds a party to
   * all others.
   */
  readonly parties?: Readonly<Record<PartyCode, IsoDate>>;
}

/** A provision under which consultations are requested, as a request names it. */
export interface ConsultationProvision {
  readonly agreement: string;
  readonly provision: string;
}

/** Claims for which a request must state the available evidence (SCM 4.2 and 7.2). */
export interface StatementOfEvidenceRule {
  readonly agreement: string;
  /** Numbers of articles, which stand before the first dot or colon of a provision. */
  readonly articles: readonly string[];
  readonly rule: string;
}

/** A forum whose dossier the secretariat prepares. */
export interface OpenForum {
  readonly code: ForumCode;
  readonly kind: 'open';
  readonly name: Bilingual;
  readonly whoFiles: Bilingual;
  /** Since when each party is a Member. Only a Member files, and only against a Member. */
  readonly members: Readonly<Record<PartyCode, IsoDate>>;
  readonly coveredAgreements: readonly CoveredAgreement[];
  readonly consultationProvisions: readonly ConsultationProvision[];
  readonly statementsOfEvidence: readonly StatementOfEvidenceRule[];
  /** For so many days after the request for consultations, a panel is requested only with a reason (DSU 4.7). */
  readonly panelRequestAfterDays: number;
  /** The symbols of its documents, as the source of a regular expression. */
  readonly symbols: string;
  readonly source: string;
}

/** Channels of the World Bank Group for people whom a project affects. */
export const CHANNEL_CODES = ['inspection-panel', 'grievance-redress-service', 'cao'] as const;
export type ChannelCode = (typeof CHANNEL_CODES)[number];

export const INSTITUTIONS = ['IBRD', 'IDA', 'IFC', 'MIGA'] as const;
export type Institution = (typeof INSTITUTIONS)[number];

/** Who may file through a channel, and about which projects. */
export interface Channel {
  readonly code: ChannelCode;
  readonly name: Bilingual;
  /** The institutions whose projects it hears about. */
  readonly institutions: readonly Institution[];
  /** Fewest affected people who may file together. */
  readonly fewestPeople: number;
  /** Whether an Executive Director may file instead. */
  readonly executiveDirector: boolean;
  /**
   * For so many months after the closing of a project it hears about the project; `null` when closing sets no limit.
   */
  readonly monthsAfterClosing: number | null;
  /** Whether management must have been asked first. */
  readonly afterManagement: boolean;
  readonly source: string;
}

/** A forum that hears no complaint of one state against another. It hears others, through its channels. */
export interface ChannelsForum {
  readonly code: ForumCode;
  readonly kind: 'channels';
  readonly name: Bilingual;
  readonly whoFiles: Bilingual;
  readonly channels: readonly Channel[];
  readonly symbols: string;
  readonly source: string;
}

/** The two capitals. Anything may be laid before them as options. */
export interface MemorandumForum {
  readonly code: ForumCode;
  readonly kind: 'memorandum';
  readonly name: Bilingual;
  readonly whoFiles: Bilingual;
  /** Fewest options, so that a memorandum asks for a choice. */
  readonly fewestOptions: number;
  readonly symbols: string;
  readonly source: string;
}

export type Forum = OpenForum | ChannelsForum | MemorandumForum;

/**
 * A version of the rules of all forums. It is plain data: a change makes a new version, and a dossier names its
 * version.
 */
interface ForumRules {
  readonly version: string;
  /** First day on which a dossier is prepared under it. */
  readonly from: IsoDate;
  readonly forums: readonly Forum[];
}

/** A claim as the check of standing sees it. */
export interface StandingClaim {
  readonly id: string;
  readonly agreement: string;
}

const joined = (since: Readonly<Record<PartyCode, IsoDate>>, party: PartyCode, on: Instant): boolean => {
  const date: IsoDate | undefined = since[party];
  return date !== undefined && on.slice(0, 10) >= date;
};

/**
 * I-49: whether the forum hears this complainant against this respondent under these agreements on that day. A WTO
 * request is made by a Member to a Member, under an agreement of DSU Appendix 1 that binds both.
 * @param on the instant of the request
 * @returns the refusal, or `undefined` when the forum hears it
 */
export function standing(forum: OpenForum, parties: CaseParties, claims: readonly StandingClaim[], on: Instant) {
  const { complainant, respondent } = parties;
  const both = (since: Readonly<Record<PartyCode, IsoDate>>): boolean =>
    joined(since, complainant, on) && joined(since, respondent, on);
  if (!both(forum.members)) return refuse(draftRefusals.notAMember);
  for (const [index, claim] of claims.entries()) {
    const agreement = forum.coveredAgreements.find(({ code }) => code === claim.agreement);
    if (!agreement) return refuse(draftRefusals.agreementNotCovered, `/claims/${String(index)}`);
    if (agreement.parties && !both(agreement.parties))
      return refuse(draftRefusals.agreementNotBinding, `/claims/${String(index)}`);
  }
  return undefined;
}
