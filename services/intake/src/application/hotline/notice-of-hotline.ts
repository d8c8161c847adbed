import { contextOf, derivedUuid, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';
import type { HotlineEvent } from '../../domain/hotline/hotline-events';
import type { Notice } from '../../domain/service/notice';
import { wordsOf } from '../service/words-of-notice';

/** A notice of something on the hotline, and on whom it is served. */
export interface HotlineNotice {
  /** The case; where there is none, the id of the request itself. */
  readonly about: CaseId;
  readonly notice: Notice;
  readonly to: readonly [PartyCode, PartyCode];
}

/**
 * The notice of a request, of its answer or the absence of one, and of an options paper: on both sides at one instant
 * (I-06). The time of a rung stands in the agenda of whom it calls: of the side asked, and behind it of the co-heads.
 */
export function noticeOfHotline(recorded: RecordedEvent): HotlineNotice | undefined {
  const event = domainEventOf(recorded) as HotlineEvent;
  if (!('asking' in event.data) || event.type === 'CrisisTeamCalledFor') return undefined;
  const { caseId, asking, asked } = event.data;
  const of = {
    context: contextOf(recorded.stream),
    event: event.type,
    eventId: recorded.eventId,
    at: event.occurredAt,
    rule: event.rule,
  };
  return {
    about: caseId ?? (streamIdOf(recorded.stream) as CaseId),
    notice: {
      noticeId: derivedUuid('notice', recorded.eventId),
      of,
      words: wordsOf(of),
      document: null,
      starts: event.data.opens.map((time) => ({
        ...time,
        id: timeId(recorded, time.id),
        awaits: time.id === 'official' ? `party:${asked}` : 'coheads',
      })),
      ends: event.data.closes.map((id) => timeId(recorded, id)),
      awaits: null,
    },
    to: [asking, asked],
  };
}

/** Several requests may be about one case, and each has its own rungs. */
const timeId = ({ stream }: RecordedEvent, rung: string): string => `hotline:${streamIdOf(stream)}:${rung}`;
