import { derivedUuid, domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, PartyCode } from '@parley/kernel';
import type { Awaits } from '@parley/procedure';
import type { RunningDeadline } from '../../case/common-refusals.rules';
import type { HotlineTime, TeamMember } from '../hotline/hotline.rules';
import type { HotlineEvent } from '../hotline/hotline-events.rules';
import { namedBy, wordsOf } from './notice-of-event';
import type { Notice } from './notices.rules';

/** A notice of something on the hotline, and on whom it is served. */
export interface HotlineNotice {
  /** The case; where there is none, the id of the request itself. */
  readonly about: CaseId;
  readonly notice: Notice;
  readonly to: readonly [PartyCode, PartyCode];
}

/**
 * The notice of a request, of its answer or the absence of one, of a crisis team, its draw and its options paper: on
 * both sides at one instant (I-06). The time of a rung stands in the agenda of those whom it calls, that of the paper
 * in the agenda of each member, and what was never answered in the agendas of the side asked and of the co-heads.
 */
export function noticeOfHotline(recorded: RecordedEvent): HotlineNotice | undefined {
  const event = domainEventOf(recorded) as HotlineEvent;
  if (!isServed(event)) return undefined;
  const { caseId, asking, asked } = event.data;
  const of = namedBy(recorded, event);
  return {
    about: caseId ?? (streamIdOf(recorded.stream) as CaseId),
    notice: {
      noticeId: derivedUuid('notice', recorded.eventId),
      of,
      words: wordsOf(of),
      document: null,
      starts: startsOf(event, recorded),
      ends: endsOf(event, recorded),
      awaits: null,
    },
    to: [asking, asked],
  };
}

type OfHotline = Exclude<
  Extract<HotlineEvent, { readonly data: { readonly asked: PartyCode } }>,
  { readonly type: 'CrisisTeamCalledFor' }
>;

const isServed = (event: HotlineEvent): event is OfHotline =>
  'asked' in event.data && event.type !== 'CrisisTeamCalledFor';

function startsOf(event: OfHotline, recorded: RecordedEvent): readonly RunningDeadline[] {
  const { opens, asked } = event.data;
  const due = (time: HotlineTime, awaits: Awaits, id: string = time.id): RunningDeadline => ({
    ...time,
    id: timeId(recorded, id),
    awaits,
  });
  const ofRung = opens.flatMap((time): readonly RunningDeadline[] => {
    if (time.id === 'options')
      return membersIn(event).map(({ personId }) => due(time, `person:${personId}`, `options:${personId}`));
    if (isOfDraw(time.id)) return awaitedIn(event).map((party) => due(time, `party:${party}`, `${time.id}:${party}`));
    return [due(time, time.id === 'coheads' ? 'coheads' : `party:${asked}`)];
  });
  return [...ofRung, ...standing(event, recorded)];
}

/** What nobody answered stays due, since its last rung was over: by the side asked, and by the co-heads. */
const STANDING = ['answer', 'answer:coheads'] as const;

function standing(event: OfHotline, recorded: RecordedEvent): readonly RunningDeadline[] {
  if (event.type !== 'HotlineUnanswered' || event.data.next !== 'unanswered') return [];
  const { occurredAt: instant } = event;
  const due = (id: string, awaits: Awaits): RunningDeadline => ({
    id: timeId(recorded, id),
    clock: 'hotline-unanswered',
    stage: 'hotline',
    rule: 'hotline',
    trigger: { kind: 'act', event: event.type, instant },
    dueAt: instant,
    provisional: false,
    arithmetic: { en: `Unanswered since ${instant}.`, 'zh-Hans': `自 ${instant} 起未获应答。` },
    awaits,
  });
  return [due(STANDING[0], `party:${event.data.asked}`), due(STANDING[1], 'coheads')];
}

function endsOf(event: OfHotline, recorded: RecordedEvent): readonly string[] {
  const { asking, asked, closes } = event.data;
  const ends = closes.flatMap((id) => {
    if (id === 'options') return membersIn(event).map(({ personId }) => `options:${personId}`);
    return isOfDraw(id) ? [asking, asked].map((party) => `${id}:${party}`) : [id];
  });
  const open = event.type === 'CrisisNonceLaidOpen' ? [`nonces:${event.data.party}`] : [];
  const answered = event.type === 'HotlineAcknowledged' && event.data.rung === 'unanswered' ? STANDING : [];
  return [...ends, ...open, ...answered].map((id) => timeId(recorded, id));
}

/** Each side has the time for nonces in its own agenda. */
const isOfDraw = (id: string): boolean => id === 'commitments' || id === 'nonces';

const awaitedIn = ({ data }: OfHotline): readonly PartyCode[] =>
  'awaited' in data ? data.awaited : [data.asking, data.asked];

const membersIn = ({ data }: OfHotline): readonly TeamMember[] => ('members' in data ? data.members : []);

/** Several requests may be about one case, and each has its own rungs. */
const timeId = ({ stream }: RecordedEvent, rung: string): string => `hotline:${streamIdOf(stream)}:${rung}`;
