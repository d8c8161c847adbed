import { intake, sayDeadline, sayTexts, tell } from '@parley/contracts';
import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { HotlineEvent } from '../registry/hotline/hotline.rules';
import type { OutagesEvent } from '../registry/outages/outages.rules';
import type { RunningDeadline } from './common-refusals.rules';
import type { Reply } from './reply/reply.rules';
import type { SummaryEvent } from './summaries/summaries.rules';

/**
 * That a request was made, answered or not, and when: public, in its case where it has one. What was said is told to
 * nobody.
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
    case 'CrisisTeamCalledFor': {
      const { asking: askedBy, asked, membersPerSide, ruleSetVersion } = event.data;
      const needed = {
        ...aboutOf(recorded, event.data),
        at: event.occurredAt,
        askedBy,
        asked,
        membersPerSide,
        ruleSetVersion,
      };
      return [tell(recorded, intake.CrisisTeamNeededSchema, needed, { subject: needed.caseId })];
    }
    default:
      return [];
  }
}

type OfRequest =
  | Extract<HotlineEvent, { type: 'HotlineRequested' }>['data']
  | Extract<HotlineEvent, { type: 'OptionsAgreed' }>['data'];

/** Where there is no case the request itself is what the event is about. */
const aboutOf = (recorded: RecordedEvent, { caseId }: Pick<OfRequest, 'caseId'>) => {
  const hotlineId = streamIdOf(recorded.stream);
  return { caseId: caseId ?? hotlineId, hotlineId };
};

function fact(
  recorded: RecordedEvent,
  data: Pick<OfRequest, 'caseId' | 'grade' | 'asking'>,
  status: string,
  level = '',
): PublicEvent {
  const about = aboutOf(recorded, data);
  const message = { ...about, grade: data.grade, askedBy: data.asking, status, level, at: recorded.occurredAt };
  return tell(recorded, intake.HotlineRecordedSchema, message, { tier: 'PUBLIC', subject: about.caseId });
}

const LONG_STOP = 'long-stop';

/** What the others are told of an outage, and of what came by another channel. */
export function tellOutage(recorded: RecordedEvent, caseId: string, event: OutagesEvent): readonly PublicEvent[] {
  const at = event.occurredAt;
  switch (event.type) {
    case 'OutageNoted': {
      const { outageId, from, to, declaredBy, opens } = event.data;
      const longStop = opens.find(({ id }) => id === LONG_STOP);
      const moved = opens.filter(({ id }) => id !== LONG_STOP).map(sayDeadline);
      const noted = {
        caseId,
        outageId,
        at,
        outageFrom: from,
        outageTo: to,
        declaredBy,
        moved,
        ...(longStop ? { longStop: sayDeadline(longStop) } : {}),
      };
      return [tell(recorded, intake.OutageNotedSchema, noted)];
    }
    case 'FallbackEntryMade': {
      const { act, cameAt, enteredAt, setsAside, party = '' } = event.data;
      // That something was proposed stands between the parties until it takes effect, which is told by itself.
      return [
        tell(
          recorded,
          intake.FallbackEntryMadeSchema,
          { caseId, at: cameAt, enteredAt, act, setsAside, party },
          { tier: act === 'proposal-signature' ? 'PARTIES' : 'PUBLIC' },
        ),
      ];
    }
    case 'DefaultSetAside':
      // A closed case goes on: the other contexts take it up as after any end that was set aside.
      return event.data.act === 'cure'
        ? [tell(recorded, intake.LapseSetAsideSchema, { caseId, at, becauseOf: event.data.becauseOf })]
        : [];
    case 'ReplyLapseSetAside':
      return tellReply(recorded, { caseId, receivedAt: at, reply: event.data.reply });
  }
}

/** A reply as it is told, with the time of consultations where it starts it. */
export interface ToldReply {
  readonly caseId: string;
  readonly receivedAt: Instant;
  readonly reply: Reply;
  readonly consultations?: RunningDeadline | undefined;
}

/** The fact of a reply is public; its content is for the parties and the panel. */
export function tellReply(
  recorded: RecordedEvent,
  { caseId, receivedAt, reply, consultations }: ToldReply,
): readonly PublicEvent[] {
  const { position, objections, reservation, counterStatements } = reply;
  const kinds = objections.map(({ kind }) => kind);
  const fact = {
    caseId,
    receivedAt,
    position,
    objections: kinds,
    ...(consultations ? { consultations: sayDeadline(consultations) } : {}),
  };
  const content = {
    caseId,
    receivedAt,
    position,
    objections: objections.map(({ kind, reasons }) => ({ kind, reasons: sayTexts(reasons) })),
    reservation: sayTexts(reservation),
    counterStatements: counterStatements.map(({ claim, statement }) => ({
      claimId: claim,
      statement: sayTexts(statement),
    })),
  };
  return [
    tell(recorded, intake.ReplyReceivedSchema, fact, { tier: 'PUBLIC' }),
    tell(recorded, intake.ReplyServedSchema, content),
  ];
}

const STATUS = { SummaryRequested: 'requested', SummaryAnswered: 'answered', SummaryUnanswered: 'unanswered' } as const;

/** That a summary was asked for and answered or not is public; the summary itself is for the parties and the panel. */
export function tellSummary(recorded: RecordedEvent, caseId: string, event: SummaryEvent): readonly PublicEvent[] {
  const { summaryId, askedBy, opens } = event.data;
  const [deadline] = opens;
  const fact = {
    caseId,
    summaryId,
    askedBy,
    status: STATUS[event.type],
    at: event.occurredAt,
    ...(deadline ? { deadline: sayDeadline(deadline) } : {}),
  };
  const facts = [tell(recorded, intake.SummaryRecordedSchema, fact, { tier: 'PUBLIC' })];
  if (event.type !== 'SummaryAnswered') return facts;
  const { answer, text } = event.data;
  return [
    ...facts,
    tell(recorded, intake.SummaryServedSchema, {
      caseId,
      summaryId,
      answer,
      text: sayTexts(text),
      at: event.occurredAt,
    }),
  ];
}
