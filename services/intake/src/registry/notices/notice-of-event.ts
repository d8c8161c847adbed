import { bookVersion, headingOf as headingIn } from '@parley/contracts';
import { contextOf, derivedUuid, domainEventOf, sha256, type RecordedEvent } from '@parley/event-store';
import { canonicalJson, type Bilingual, type DomainEvent } from '@parley/kernel';
import type { CaseEvent, MovesClocks } from '../../case/case-events.rules';
import { isOfClaims } from '../../case/claims/claims.rules';
import type { LetterSent } from '../../case/letters/letters.rules';
import type { DelayNotified } from '../desk/desk.rules';
import type { NamedNotice, Notice, NoticeOf, ServedDocument, WordsOfNotice } from './notices.rules';

/** How a notice names an event of the intake's own. */
export const namedBy = (
  { stream, revision, eventId }: RecordedEvent,
  { type, occurredAt, rule }: Pick<DomainEvent, 'type' | 'occurredAt' | 'rule'>,
): NoticeOf => ({
  context: contextOf(stream),
  event: type,
  eventId,
  at: occurredAt,
  rule,
  place: { stream, revision },
});

/** An event of a later version may say nothing of clocks. */
const noClocks: MovesClocks = { opens: [], closes: [] };

/** Events that may move no clock, but of which the parties still have notice. */
const ALSO_SERVED: readonly string[] = [
  ...[
    'CaseRegistered',
    'GrievanceServed',
    'FilingAmended',
    'AmendmentServed',
    'MeasureCorrected',
    'AmendmentAnswered',
    'CasesConsolidated',
    'ConsolidationUndone',
    'RulesAdopted',
    'WithdrawnAfterReview',
    'RefilingConsented',
  ],
  ...[
    'ActRepudiated',
    'LapseSetAside',
    'ReplyLapseSetAside',
    'DefaultSetAside',
    'DelayNotified',
    'LetterSent',
    'MinutesFiled',
    'MinutesAgreed',
    'ConclusionDeclared',
    'JointProposalServed',
  ],
];

/**
 * The notice of an event of the intake's own. There is one for each event that starts, moves or ends a clock, for each
 * document that is served, and for the other events named here (I-06, I-58).
 */
export function noticeOfEvent(recorded: RecordedEvent): Notice | undefined {
  const event = domainEventOf(recorded) as CaseEvent | LetterSent | DelayNotified;
  const { opens, closes }: MovesClocks = { ...noClocks, ...event.data };
  const isServed = opens.length + closes.length > 0 || ALSO_SERVED.includes(event.type) || isOfClaims(event);
  if (!isServed) return undefined;
  const of = namedBy(recorded, event);
  return {
    noticeId: derivedUuid('notice', recorded.eventId),
    of,
    words: wordsOf(of),
    document: documentOf(event),
    starts: opens,
    ends: closes,
    awaits: null,
  };
}

function documentOf(event: CaseEvent | LetterSent | DelayNotified): ServedDocument | null {
  if (event.type === 'GrievanceServed')
    return { kind: 'grievance', reference: event.data.receipt.number, digest: event.data.receipt.digest };
  if (event.type === 'ReplyFiled' || event.type === 'ReplyLapseSetAside')
    return { kind: 'reply', reference: 'reply', digest: sha256(canonicalJson(event.data.reply)) };
  if (event.type === 'AmendmentServed')
    return { kind: 'grievance', reference: event.data.amendmentId, digest: event.data.receipt.digest };
  if (event.type === 'AmendmentAnswered')
    return {
      kind: 'reply',
      reference: event.data.amendmentId,
      digest: sha256(canonicalJson(event.data.counterStatements)),
    };
  if (event.type === 'SummaryAnswered')
    return { kind: 'summary', reference: event.data.summaryId, digest: sha256(canonicalJson(event.data.text)) };
  if (event.type === 'JointProposalServed')
    return { kind: 'joint-proposal', reference: 'joint-proposal', digest: event.data.digest };
  if (event.type === 'LetterSent') return { kind: 'letter', reference: event.data.letterId, digest: event.data.digest };
  return null;
}

/** The words of a notice that is made now. */
export const wordsOf = ({ context, event }: NoticeOf): WordsOfNotice => ({
  key: `${context}.${event}`,
  version: bookVersion,
});

/** The heading of a notice, from the version of the book that the notice names. */
export const headingOf = ({ words, of: { rule } }: Pick<NamedNotice, 'words' | 'of'>): Bilingual =>
  headingIn(words, rule);
