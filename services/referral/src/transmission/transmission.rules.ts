import {
  accept,
  refuse,
  type Instant,
  type IsoDate,
  type PartyCode,
  type RefusalReason,
  type Text,
} from '@parley/kernel';
import { seatDate, type ClocksOf } from '@parley/procedure';
import { draftRefusals } from '../dossier/draft-refusals.rules';
import { forumOf, forumRulesAt, type ForumCode } from '../forums/forums.rules';
import { commonRefusals, type NoteForumEvent, type RecordTransmission } from '../referral/common-refusals.rules';
import type { FiledReferral } from '../referral/referral-state.rules';
import type { DossierTransmitted, ForumEventNoted } from '../referral/referral.rules';

/** A dossier was handed to its forum. It says when, and what receipt the forum gave. */
export interface Transmission {
  readonly n: number;
  /** As stated by the party that asked for the dossier. The record keeps when it stated so. */
  readonly handedOverAt: Instant;
  /** Reference on the forum's receipt, or `null` when it gave none. */
  readonly receipt: string | null;
  readonly recordedAt: Instant;
}

/** What happens at a forum after a screening. Any other kind is `other`, and its title says what it is. */
export const FORUM_EVENT_KINDS = [
  'consultations-requested',
  'panel-requested',
  'panel-established',
  'report-circulated',
  'report-adopted',
  'request-registered',
  'settled-there',
  'withdrawn-there',
  'other',
] as const;
export type ForumEventKind = (typeof FORUM_EVENT_KINDS)[number];

/** A later event at a forum, by the symbol of the document that tells of it. */
export interface ForumEvent {
  readonly forum: ForumCode;
  readonly kind: ForumEventKind;
  /** Symbol of the document, such as `WT/DS633/1`. */
  readonly symbol: string;
  /** Date on which the document was communicated to the forum. */
  readonly communicatedOn: IsoDate;
  /** Date on which the forum circulated it; `null` until then. The two dates differ, and both are kept. */
  readonly circulatedOn: IsoDate | null;
  readonly title: readonly Text[];
}

export type NotedForumEvent = ForumEvent & { readonly notedBy: PartyCode; readonly notedAt: Instant };

export const transmissionRefusals = {
  dossierOfOther: {
    code: 'dossier-of-the-other-party',
    rule: 'S12',
    status: 403,
    en:
      'A dossier is handed to its forum by the party that asked for it. The other may record what ' +
      'happened at the forum.',
    'zh-Hans': '卷宗由申请方提交机构。另一方可以记录在该机构发生的事项。',
  },

  notIssued: {
    code: 'dossier-not-issued',
    rule: 'S12',
    en:
      'The dossier is not issued yet; until then only the people of the party that asked for it read it, and then ' +
      'both sides get it at one instant. Co-heads sign its digest, which its particulars show.',
    'zh-Hans':
      '卷宗尚未签发；签发之前仅请求编制的一方可以阅览，签发时双方同时取得。共同负责人签署其摘要值，该值见卷宗说明。',
  },

  notAParty: {
    code: 'not-a-party',
    rule: 'S12',
    status: 403,
    en: 'Only the desks of the two parties may do this.',
    'zh-Hans': '只有双方当事方的主管部门可以这样做。',
  },

  alreadyTransmitted: {
    code: 'dossier-transmitted',
    rule: 'S12',
    en: 'It is on record that this dossier was handed to its forum.',
    'zh-Hans': '该卷宗已提交机构一事已记录在案。',
  },

  handedOverOutOfTime: {
    code: 'handed-over-out-of-time',
    rule: 'I-48',
    status: 422,
    en: 'A dossier is handed over after it was issued, and before that is put on record.',
    'zh-Hans': '卷宗的提交须在签发之后、记录之前。',
  },

  circulatedBefore: {
    code: 'circulated-before-communicated',
    rule: 'S12',
    status: 422,
    en: 'A document is circulated no earlier than it was communicated.',
    'zh-Hans': '文件的散发日期不得早于提交日期。',
  },

  forumEventNoted: {
    code: 'forum-event-noted',
    rule: 'S12',
    en: 'A document of this symbol is on record, with its dates.',
    'zh-Hans': '该文号的文件及其日期已记录在案。',
  },

  tooManyForumEvents: {
    code: 'too-many-forum-events',
    rule: 'S12',
    en: 'A party puts 200 documents of the forum at most on record in one case.',
    'zh-Hans': '一方在一案中最多记录 200 份争端论坛文件。',
  },
} as const satisfies Record<string, RefusalReason>;

/** Each is a line on the public docket, which no party may flood. */
const MOST_OF_A_PARTY = 200;

/**
 * A party puts on record what happened at the forum, so that the docket points to it. A document is recorded once. The
 * date of its circulation can be added later.
 */
export function noteForumEvent(command: NoteForumEvent, state: FiledReferral, clocksOf: ClocksOf) {
  const { by, party, receivedAt } = command;
  const { parties } = state;
  if (party === null || (party !== parties.complainant && party !== parties.respondent))
    return refuse(transmissionRefusals.notAParty);
  const { registration } = state.told;
  if (!registration) return refuse(commonRefusals.notRegistered);
  const { event } = command;
  const forum = forumOf(forumRulesAt(receivedAt), event.forum);
  if (!new RegExp(forum.symbols, 'u').test(event.symbol)) return refuse(draftRefusals.symbolMalformed, '/symbol');
  const { communicatedOn, circulatedOn } = event;
  if (circulatedOn !== null && circulatedOn < communicatedOn)
    return refuse(transmissionRefusals.circulatedBefore, '/circulatedOn');
  // The day by the calendar. On a Saturday nothing of Monday has happened yet, although what comes in counts as of
  // Monday.
  const today = seatDate(receivedAt, clocksOf(registration.ruleSetVersion).ruleSet.seat);
  if (communicatedOn > today || (circulatedOn ?? communicatedOn) > today)
    return refuse(draftRefusals.forumEventAhead, '/communicatedOn');
  const known = state.forumEvents.find(({ symbol }) => symbol === event.symbol);
  const adds =
    known?.circulatedOn === null &&
    circulatedOn !== null &&
    known.communicatedOn === communicatedOn &&
    known.kind === event.kind;
  if (known && !adds) return refuse(transmissionRefusals.forumEventNoted);
  if (!known && state.forumEvents.filter(({ notedBy }) => notedBy === party).length >= MOST_OF_A_PARTY)
    return refuse(transmissionRefusals.tooManyForumEvents);
  return accept<ForumEventNoted>({
    type: 'ForumEventNoted',
    occurredAt: receivedAt,
    rule: 'S12',
    tier: 'PUBLIC',
    data: { by, party, event },
  });
}

/**
 * S12: the party that asked for a dossier says when it handed the issued dossier to the forum, and puts the forum's
 * receipt on record.
 */
export function recordTransmission(command: RecordTransmission, state: FiledReferral) {
  const { by, party, receivedAt, n } = command;
  const dossier = state.dossiers.find((each) => each.n === n);
  if (!dossier) return refuse(commonRefusals.noSuchDossier);
  if (party !== dossier.party) return refuse(transmissionRefusals.dossierOfOther);
  if (dossier.status !== 'issued') return refuse(transmissionRefusals.notIssued);
  if (state.transmissions.some((each) => each.n === n)) return refuse(transmissionRefusals.alreadyTransmitted);
  const { handedOverAt, receipt } = command;
  if (handedOverAt < dossier.issuedAt || handedOverAt > receivedAt)
    return refuse(transmissionRefusals.handedOverOutOfTime, '/handedOverAt');
  return accept<DossierTransmitted>({
    type: 'DossierTransmitted',
    occurredAt: receivedAt,
    rule: 'I-48',
    tier: 'PUBLIC',
    data: { n, by, party, forum: dossier.request.forum, handedOverAt, receipt },
  });
}
