import { contextOf, derivedUuid, domainEventOf, sha256, type RecordedEvent } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import type { CaseEvent, MovesClocks } from '../../domain/case-events';
import type { LetterSent } from '../../domain/letters/letter';
import type { DelayNotified } from '../../domain/desk/desk-events';
import type { Notice, ServedDocument } from '../../domain/service/notice';
import { wordsOf } from './words-of-notice';

/** An event of a later version may say nothing of clocks. */
const noClocks: MovesClocks = { opens: [], closes: [] };

/** Events of which the parties have notice though no clock moves with them. */
const ALSO_SERVED: readonly string[] = [
  ...[
    'CaseRegistered',
    'GrievanceServed',
    'AmendmentServed',
    'AmendmentAnswered',
    'ClaimsWithdrawn',
    'ClaimsWithdrawalSetAside',
    'CasesConsolidated',
    'ConsolidationUndone',
    'RulesAdopted',
  ],
  ...[
    'LapseSetAside',
    'ReplyLapseSetAside',
    'DefaultSetAside',
    'DelayNotified',
    'LetterSent',
    'MinutesFiled',
    'MinutesAgreed',
    'ConclusionDeclared',
  ],
];

/**
 * The notice of an event of the intake's own: of each that starts, moves or ends a clock, and of each document that is
 * served (I-06, I-58).
 */
export function noticeOfEvent(recorded: RecordedEvent): Notice | undefined {
  const event = domainEventOf(recorded) as CaseEvent | LetterSent | DelayNotified;
  const { opens, closes }: MovesClocks = { ...noClocks, ...event.data };
  if (opens.length + closes.length === 0 && !ALSO_SERVED.includes(event.type)) return undefined;
  const of = {
    context: contextOf(recorded.stream),
    event: event.type,
    eventId: recorded.eventId,
    at: event.occurredAt,
    rule: event.rule,
  };
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
  if (event.type === 'LetterSent') return { kind: 'letter', reference: event.data.letterId, digest: event.data.digest };
  return null;
}
