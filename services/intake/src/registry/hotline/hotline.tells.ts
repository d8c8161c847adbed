import { intake, tell } from '@parley/contracts';
import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
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
    case 'HotlineRequested': {
      const requested = fact(recorded, event.data, 'requested');
      return event.data.grade === 'crisis' ? [requested, crisisTeam(recorded, event, 'requested')] : [requested];
    }
    case 'HotlineAcknowledged':
      return [fact(recorded, event.data, 'answered', event.data.rung)];
    case 'HotlineUnanswered':
      return [fact(recorded, event.data, 'unanswered', event.data.rung)];
    case 'OptionsAgreed':
      return [fact(recorded, event.data, 'options-agreed')];
    case 'OptionsMissed':
      return [fact(recorded, event.data, 'options-missed')];
    case 'CrisisNonceLeftOut':
      return [fact(recorded, event.data, 'nonce-left-out', '', event.data.party)];
    case 'CrisisSecretMissing':
      return [fact(recorded, event.data, 'draw-secret-missing')];
    case 'CrisisTeamCalledFor':
      return [crisisTeam(recorded, event, 'called-for')];
    case 'CrisisDrawDue':
      return [crisisTeam(recorded, event, 'due')];
    default:
      return [];
  }
}

/** What panel review is told of a team: that its secrets are to be committed to, that one is called for, or drawn. */
function crisisTeam(
  recorded: RecordedEvent,
  {
    data,
    occurredAt: at,
  }: Extract<HotlineEvent, { type: 'HotlineRequested' | 'CrisisTeamCalledFor' | 'CrisisDrawDue' }>,
  step: 'requested' | 'called-for' | 'due',
): PublicEvent {
  const { asking: askedBy, asked, ruleSetVersion } = data;
  const [calledForAt, nonces] = 'calledForAt' in data ? [data.calledForAt, data.nonces] : [at, []];
  const needed = {
    ...{ ...aboutOf(recorded, data), at, step, askedBy, asked, ruleSetVersion, calledForAt },
    nonces: canonicalJson(nonces),
  };
  return tell(recorded, intake.CrisisTeamNeededSchema, needed, { subject: needed.caseId });
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
  side = '',
): PublicEvent {
  const about = aboutOf(recorded, data);
  const message = { ...about, grade: data.grade, askedBy: data.asking, status, level, side, at: recorded.occurredAt };
  return tell(recorded, intake.HotlineRecordedSchema, message, { tier: 'PUBLIC', subject: about.caseId });
}
