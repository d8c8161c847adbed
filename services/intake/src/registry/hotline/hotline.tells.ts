import { intake, tell } from '@parley/contracts';
import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { HotlineEvent } from './hotline-events.rules';

type OfRequest =
  | Extract<HotlineEvent, { type: 'HotlineRequested' }>['data']
  | Extract<HotlineEvent, { type: 'OptionsAgreed' }>['data'];

/**
 * Tells everybody that a request was made, answered or not, and when. It tells this in the request's case, if it has
 * one. What was said is told to nobody.
 */
export function tellOfHotline(recorded: RecordedEvent): readonly PublicEvent[] {
  const event = domainEventOf(recorded) as HotlineEvent;
  switch (event.type) {
    case 'HotlineRequested':
      return [fact(recorded, event.data, 'requested')];
    case 'HotlineAcknowledged':
      return [fact(recorded, event.data, 'answered', event.data.rung)];
    case 'HotlineUnanswered':
      return [fact(recorded, event.data, 'unanswered', event.data.rung)];
    case 'OptionsAgreed':
      return [fact(recorded, event.data, 'options-agreed')];
    case 'OptionsMissed':
      return [fact(recorded, event.data, 'options-missed')];
    case 'CrisisTeamCalledFor': {
      const { asking: askedBy, asked, membersPerSide, servesHours, ruleSetVersion } = event.data;
      const needed = {
        ...aboutOf(recorded, event.data),
        at: event.occurredAt,
        askedBy,
        asked,
        membersPerSide,
        servesHours,
        ruleSetVersion,
      };
      return [tell(recorded, intake.CrisisTeamNeededSchema, needed, { subject: needed.caseId })];
    }
    default:
      return [];
  }
}

/** Without a case, the event is about the request itself. */
const aboutOf = (recorded: RecordedEvent, { caseId }: Pick<OfRequest, 'caseId'>) => {
  const hotlineId = streamIdOf(recorded.stream);
  return { caseId: caseId ?? hotlineId, hotlineId };
};

export function fact(
  recorded: RecordedEvent,
  data: Pick<OfRequest, 'caseId' | 'grade' | 'asking'>,
  status: string,
  level = '',
): PublicEvent {
  const about = aboutOf(recorded, data);
  const message = { ...about, grade: data.grade, askedBy: data.asking, status, level, at: recorded.occurredAt };
  return tell(recorded, intake.HotlineRecordedSchema, message, { tier: 'PUBLIC', subject: about.caseId });
}
