import {
  accept,
  millisOf,
  plusMillis,
  type Bilingual,
  type Decision,
  type Instant,
  type PartyCode,
} from '@parley/kernel';
import { endsInOutage, missesTimeBefore, type RuleSet } from '@parley/procedure';
import type { AskedRung, Hotline, HotlineTime, Rung } from './hotline.rules';
import type { NoteHotlineOutage } from './hotline-commands.rules';
import type { HotlineTimesMoved } from './hotline-events.rules';

const NEXT: Readonly<Record<AskedRung, Rung>> = { official: 'coheads', coheads: 'deputies', deputies: 'unanswered' };

/** Whom a request goes to when the time of a rung is over. */
export const nextRung = (rung: AskedRung): Rung => NEXT[rung];

export const isAskedRung = (rung: string): rung is AskedRung => Object.hasOwn(NEXT, rung);

/** Minutes from the request to the end of a rung. */
const minutesOf = (rung: AskedRung, { coHeads, deputies, unanswered }: RuleSet['hotline']['crisis']): number =>
  ({ official: coHeads, coheads: deputies, deputies: unanswered })[rung];

/**
 * The time of a rung, counted from the request: hours and minutes of the clock, at any hour of any day. It is later by
 * what outages took of the rungs before it, so that each rung keeps its length.
 */
export function timeOfRung(
  rung: AskedRung,
  { grade, requestedAt, laterBy }: Pick<Hotline, 'grade' | 'requestedAt' | 'laterBy'>,
  { hotline }: RuleSet,
): HotlineTime {
  const minutes = minutesOf(rung, hotline[grade]);
  const dueAt = plusMillis(requestedAt, minutes * 60_000 + laterBy);
  return {
    id: rung,
    clock: 'hotline',
    stage: 'hotline',
    rule: 'hotline',
    trigger: { kind: 'act', event: 'HotlineRequested', instant: requestedAt },
    dueAt,
    provisional: false,
    arithmetic: counted(...minutesIn(minutes), 'request', requestedAt, laterBy, dueAt),
  };
}

/** Up to when desks can add nonces, however soon a team is called for. */
export function timeOfCommitments({ requestedAt }: Hotline, { crisisTeam: { commitMinutes } }: RuleSet): HotlineTime {
  const dueAt = plusMillis(requestedAt, commitMinutes * 60_000);
  return {
    ...{ id: 'commitments', clock: 'draw-commitments', stage: 'hotline', rule: 'hotline', dueAt, provisional: false },
    trigger: { kind: 'act', event: 'HotlineRequested', instant: requestedAt },
    arithmetic: counted(...minutesIn(commitMinutes), 'request', requestedAt, 0, dueAt),
  };
}

/** By when desks lay open the nonces to which they committed themselves. */
export function timeOfNonces(calledAt: Instant, { crisisTeam: { nonceMinutes } }: RuleSet): HotlineTime {
  const dueAt = plusMillis(calledAt, nonceMinutes * 60_000);
  return {
    ...{ id: 'nonces', clock: 'draw-nonces', stage: 'hotline', rule: 'hotline', dueAt, provisional: false },
    trigger: { kind: 'act', event: 'CrisisDrawCalled', instant: calledAt },
    arithmetic: counted(...minutesIn(nonceMinutes), 'draw', calledAt, 0, dueAt),
  };
}

const minutesIn = (minutes: number): [string, string] => [`${String(minutes)} minutes`, `${String(minutes)} 分钟`];

/** By when the team owes the parties its paper: the end of its service in this crisis. */
export function timeOfOptions(formedAt: Instant, { crisisTeam: { servesHours } }: RuleSet): HotlineTime {
  const dueAt = plusMillis(formedAt, servesHours * 3_600_000);
  return {
    id: 'options',
    clock: 'options-paper',
    stage: 'hotline',
    rule: 'hotline',
    trigger: { kind: 'act', event: 'CrisisTeamFormed', instant: formedAt },
    dueAt,
    provisional: false,
    arithmetic: counted(`${String(servesHours)} hours`, `${String(servesHours)} 小时`, 'team', formedAt, 0, dueAt),
  };
}

const FROM = {
  request: { en: 'the request', zh: '提出请求' },
  draw: { en: 'the call of the draw', zh: '宣布抽签' },
  team: { en: 'the call for the team or its draw', zh: '要求组成小组或小组抽签' },
} as const;

function counted(
  en: string,
  zh: string,
  from: keyof typeof FROM,
  at: Instant,
  laterBy: number,
  dueAt: Instant,
): Bilingual {
  const seconds = String(Math.ceil(laterBy / 1_000));
  const [moreEn, moreZh] =
    laterBy === 0 ? ['', ''] : [`, and ${seconds} seconds of outages`, `，另加系统中断 ${seconds} 秒`];
  return {
    en: `${en} of the clock after ${FROM[from].en} of ${at}${moreEn}: ${dueAt}.`,
    'zh-Hans': `自 ${at} ${FROM[from].zh}起 ${zh}${moreZh}：${dueAt}。`,
  };
}

/** The sides whose nonces are not open yet, the side that asks first. */
export const awaitedIn = ({ asking, asked, nonces }: Hotline): readonly PartyCode[] =>
  [asking, asked].filter((party) => nonces[party]?.nonce === null);

/** What of a request is public. */
export const ofRequest = ({ caseId, grade, asking, asked }: Hotline) => ({ caseId, grade, asking, asked });

/**
 * A time that ended in an outage, or in the hour after one that counts for it, ends later by the very length of it, and
 * so do the rungs behind it (I-61): an outage puts a crisis off by no day.
 */
export function noteHotlineOutage(
  { outageId, from, to, at }: NoteHotlineOutage,
  state: Hotline,
  { outage: rule }: RuleSet,
): Decision<HotlineTimesMoved> {
  const outage = { from, to };
  const length = millisOf(to) - millisOf(from);
  const awaited = state.running['commitments'] ? [state.asking, state.asked] : awaitedIn(state);
  const opens = Object.values(state.running)
    .filter((time) => endsInOutage(time, outage) || missesTimeBefore(time, outage, rule))
    .map((time) => later(time, length));
  if (opens.length === 0) return accept();
  return accept({
    type: 'HotlineTimesMoved',
    occurredAt: at,
    rule: 'I-61',
    tier: 'PARTIES',
    data: { ...ofRequest(state), outageId, from, to, members: state.team?.members ?? [], awaited, opens, closes: [] },
  });
}

function later(time: HotlineTime, length: number): HotlineTime {
  const dueAt = plusMillis(time.dueAt, length);
  const seconds = String(Math.ceil(length / 1_000));
  const arithmetic = {
    en: `${time.arithmetic.en} An outage of ${seconds} seconds: ${dueAt}.`,
    'zh-Hans': `${time.arithmetic['zh-Hans']}系统中断 ${seconds} 秒：${dueAt}。`,
  };
  return { ...time, dueAt, arithmetic };
}
