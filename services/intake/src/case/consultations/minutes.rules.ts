import { accept, refuse, type Instant, type RefusalReason } from '@parley/kernel';
import type { FiledCase } from '../case-commands.rules';
import { commonRefusals } from '../common-refusals.rules';
import {
  callsOf,
  isParty,
  type FileMinutes,
  type MinutesAgreed,
  type MinutesFiled,
  type SignMinutes,
} from './consultations.rules';
import { minutesDigest, type Minutes } from './time-of-call.rules';
import { notWhileSuspended, type DecidersOf } from '../while-suspended.rules';

export const consultationsRefusals = {
  callOutsideConsultations: {
    code: 'call-outside-consultations',
    rule: 'S5',
    status: 422,
    en: 'A call is proposed for an instant after now and before the end of consultations.',
    'zh-Hans': '通话时间须在当前时刻之后、磋商结束之前。',
  },

  tooManyCalls: {
    code: 'too-many-calls',
    rule: 'S5',
    en: 'A side offers 100 calls at most in one case.',
    'zh-Hans': '一方在一案中最多提出 100 次通话要约。',
  },

  notDesignated: {
    code: 'not-designated',
    rule: 'S5',
    status: 403,
    en:
      'Your side has designated others by name for this level of the consultations, or its head consults; ask them, ' +
      'or have the head designate you.',
    'zh-Hans': '贵方已为本级磋商指名其他官员，或由代表团负责人进行磋商；请由其办理，或请负责人指名您。',
  },

  callClosed: {
    code: 'call-closed',
    rule: 'S5',
    en: 'The call was answered, or its time has passed.',
    'zh-Hans': '该次通话已应答或时间已过。',
  },

  callAccepted: {
    code: 'call-accepted',
    rule: 'S5',
    en: 'The time of this call was accepted already.',
    'zh-Hans': '该次通话的时间已被接受。',
  },

  callSameTime: {
    code: 'call-same-time',
    rule: 'S5',
    status: 422,
    en: 'The call is already for that time.',
    'zh-Hans': '该次通话原已定于该时刻。',
  },

  callMovedAlready: {
    code: 'call-moved-already',
    rule: 'S5',
    en:
      'Your side has named another time for this call as often as the rules let it; accept the time, ' +
      'or offer another call.',
    'zh-Hans': '贵方为该次通话另提时间的次数已达规则上限；请接受该时间，或另行提出通话要约。',
  },

  highestLevel: {
    code: 'highest-level',
    rule: 'S5',
    en: 'The co-heads consult already; there is no level above them.',
    'zh-Hans': '磋商已在共同负责人一级进行，没有更高级别。',
  },

  concludedAlready: {
    code: 'concluded-already',
    rule: 'S5',
    en: 'Your side has declared the consultations concluded; they end when the other does, or with their time.',
    'zh-Hans': '贵方已宣布磋商结束；待对方亦作宣布或期限届满，磋商即告结束。',
  },

  callNotAnswered: {
    code: 'call-not-answered',
    rule: 'S5',
    status: 422,
    en: 'Only a call that was answered has minutes.',
    'zh-Hans': '只有已应答的通话才有纪要。',
  },

  minutesFiled: {
    code: 'minutes-filed',
    rule: 'S5',
    en: 'Your side has filed its minutes of this call.',
    'zh-Hans': '贵方已就该次通话提交纪要。',
  },

  minutesAgreed: {
    code: 'minutes-agreed',
    rule: 'S5',
    en: 'Both sides have agreed on the minutes of this call.',
    'zh-Hans': '双方已就该次通话的纪要达成一致。',
  },

  minutesSideBySide: {
    code: 'minutes-side-by-side',
    rule: 'S5',
    en: 'Your side has filed minutes of its own of this call; the two stand side by side.',
    'zh-Hans': '贵方已就该次通话自行提交纪要；两份纪要并列存录。',
  },

  unknownMinutes: {
    code: 'unknown-minutes',
    rule: 'S5',
    status: 404,
    en: 'There are no such minutes.',
    'zh-Hans': '没有该份纪要。',
  },

  ownMinutes: {
    code: 'own-minutes',
    rule: 'S5',
    status: 403,
    en: 'Minutes are agreed by the other side’s signature.',
    'zh-Hans': '纪要须由对方签署方为一致。',
  },
} as const satisfies Record<string, RefusalReason>;

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'S5', tier: 'PARTIES' }) as const;

/** A side files its account of an answered call. It does so once for each call, and not when minutes are agreed. */
export function fileMinutes(command: FileMinutes, state: FiledCase) {
  const { by, party, receivedAt } = command;
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  const bar = minutesBar(state);
  if (bar) return refuse(bar);
  const { callId, text } = command;
  const call = callsOf(state).find(({ id }) => id === callId);
  if (!call) return refuse(commonRefusals.unknownCall, '/callId');
  if (call.outcome === 'open' || call.outcome.kind !== 'answered')
    return refuse(consultationsRefusals.callNotAnswered, '/callId');
  const minutes = minutesOf(state);
  const ofCall = minutes.filter((each) => each.callId === callId);
  if (ofCall.some(({ agreed }) => agreed !== null)) return refuse(consultationsRefusals.minutesAgreed);
  if (ofCall.some((each) => each.party === party)) return refuse(consultationsRefusals.minutesFiled);
  const n = minutes.length + 1;
  const minutesId = `minutes:${String(n)}`;
  const digest = minutesDigest(state.caseId, callId, text);
  return accept<MinutesFiled>({
    ...about(receivedAt),
    type: 'MinutesFiled',
    data: { minutesId, n, callId, call: call.n, party, by, text, digest, opens: [], closes: [] },
  });
}

/** The other side signs the same digest. A side that has filed its own account has both stand side by side instead. */
export function signMinutes(command: SignMinutes, state: FiledCase) {
  const { by, party, receivedAt, minutesId } = command;
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  const bar = minutesBar(state);
  if (bar) return refuse(bar);
  const minutes = minutesOf(state);
  const found = minutes.find(({ id }) => id === minutesId);
  if (!found) return refuse(consultationsRefusals.unknownMinutes);
  if (found.party === party) return refuse(consultationsRefusals.ownMinutes);
  if (found.by === by) return refuse(commonRefusals.signsForBoth);
  if (found.agreed) return refuse(consultationsRefusals.minutesAgreed);
  if (minutes.some((each) => each.callId === found.callId && each.party === party))
    return refuse(consultationsRefusals.minutesSideBySide);
  const { digest } = command;
  if (digest !== found.digest) return refuse(commonRefusals.digestDiffers, '/digest');
  return accept<MinutesAgreed>({
    ...about(receivedAt),
    rule: 'I-04',
    type: 'MinutesAgreed',
    data: { minutesId, n: found.n, party, by, digest, opens: [], closes: [] },
  });
}

/** Minutes can still be written when S5 has ended, but not when the screening has. */
function minutesBar(state: FiledCase) {
  if (state.status === 'ended') return commonRefusals.screeningEnded;
  return state.status === 'registered' && state.exchange.calls.length > 0
    ? undefined
    : commonRefusals.notInConsultations;
}

export const minutesOf = (state: FiledCase): readonly Minutes[] =>
  state.status === 'registered' ? state.exchange.consultations.minutes : [];

export const minutesActs = {
  FileMinutes: notWhileSuspended(fileMinutes),
  SignMinutes: notWhileSuspended(signMinutes),
} satisfies DecidersOf<FileMinutes | SignMinutes>;
