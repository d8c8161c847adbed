import {
  plusMillis,
  refuse,
  type Bilingual,
  type ChannelAnswer,
  type ChannelKind,
  type Instant,
  type IsoDate,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Role,
} from '@parley/kernel';
import {
  dayAfter,
  dayStart,
  nextWorkingDay,
  seatDate,
  seatTime,
  type RuleSet,
  type WorkingDayCalendar,
} from '@parley/procedure';

/** Of what a person may choose to be told outside the system. */
export const ALERT_WANTS = ['due', 'served'] as const;
export type AlertWant = (typeof ALERT_WANTS)[number];

/** For what an alert is sent; the first one of an address asks whose it is. */
export type AlertKind = AlertWant | 'proof';

/** Who chose, for whom and in which roles at that time. */
export interface AlertReader {
  readonly kind: 'person';
  readonly personId: PersonId;
  readonly party: PartyCode | null;
  readonly roles: readonly Role[];
}

/** Where a person wants to be told of what, once the address is proven to be that person's. */
export interface ChosenAlert {
  /** Another one for each address that is to be proven. */
  readonly channelId: string;
  readonly reader: AlertReader;
  readonly kind: ChannelKind;
  readonly address: string;
  readonly wants: readonly AlertWant[];
  readonly proven: boolean;
  /** When it ends, unless the person chooses anew. */
  readonly validUntil: Instant;
  readonly revision: number;
}

/** An alert that waits to be sent, or was. */
export interface WaitingAlert {
  readonly channelId: string;
  /** `proof`, `due 2026-03-02`, or `served` and the id of the service: the same thing is told once. */
  readonly about: string;
  readonly kind: AlertKind;
  readonly madeAt: Instant;
  readonly tries: number;
  /** What the channel answered last; `null` while it was not asked. */
  readonly answer: string | null;
  readonly state: 'waiting' | 'taken' | 'given-up';
}

/** Refusals of a choice of alerts. */
export const alertRefusals = {
  noInbox: {
    code: 'no-inbox-of-yours',
    rule: 'I-58',
    status: 422,
    en: 'What is served comes to the inbox of a side, which its desk and auditors read. Choose what is due from you.',
    'zh-Hans': '送达文件进入一方收件箱，仅由其经办处与审计员查阅。请改选您的待办事项。',
  },
  tooManyProofs: {
    code: 'too-many-addresses-to-prove',
    rule: 'I-76',
    status: 422,
    en:
      'Three alerts with a code were sent for you within 24 hours. Confirm the last one, or choose another address ' +
      'a day after the first.',
    'zh-Hans': '24 小时内已为您发送三次验证码。请确认最后一次，或在首次发送满一日后另选地址。',
  },
  notChosen: {
    code: 'no-alerts-chosen',
    rule: 'I-76',
    en: 'You have chosen no address. Choose one; a code is sent to it.',
    'zh-Hans': '您尚未选定地址。请先选定，验证码将发送至该地址。',
  },
  wrongProof: {
    code: 'wrong-code-of-address',
    rule: 'I-76',
    status: 422,
    en: 'This is not the code that was sent to the address last. Type it again, or choose the address once more.',
    'zh-Hans': '此码并非最后发送至该地址的验证码。请重新输入，或再次选定该地址。',
  },
} as const satisfies Record<string, RefusalReason>;

/** What is served comes to inboxes alone. @param hasInbox whether the person reads the inbox of a side */
export function wantsBar(wants: readonly AlertWant[], hasInbox: boolean) {
  if (wants.includes('served') && !hasInbox) return refuse(alertRefusals.noInbox, '/wants');
  return undefined;
}

const DAY_MS = 24 * 60 * 60_000;
const MOST_PROOFS = 3;

/** From when on alerts with a code count among those that a person may still cause. */
export const proofsSince = (now: Instant): Instant => plusMillis(now, -DAY_MS);

/** Nobody floods somebody else's address with codes. @param sent within the last 24 hours */
export function proofsBar(sent: number) {
  if (sent >= MOST_PROOFS) return refuse(alertRefusals.tooManyProofs);
  return undefined;
}

/** Whether a person reads what is sent to an address. @param code that was sent there; `undefined` without address */
export function proofBar(code: string | undefined, typed: string | undefined) {
  if (code === undefined) return refuse(alertRefusals.notChosen);
  if (code !== typed) return refuse(alertRefusals.wrongProof, '/code');
  return undefined;
}

/** Says that something waits, and nothing of what or in which case. */
export const HEADINGS: Readonly<Record<AlertWant, Bilingual>> = {
  due: {
    en: 'Something is due from you by the end of the next working day.',
    'zh-Hans': '下一工作日结束前有您的待办事项到期。',
  },
  served: { en: 'Something was served on your side.', 'zh-Hans': '有文件送达贵方。' },
};

export const proofHeading = (code: string): Bilingual => ({
  en: `Code to confirm this address for alerts: ${code}`,
  'zh-Hans': `确认本提醒地址的验证码：${code}`,
});

/** Where what an alert tells of is read. */
export const LINKS: Readonly<Record<AlertKind, string>> = {
  due: '/v1/agenda',
  served: '/v1/inbox',
  proof: '/v1/alerts',
};

/** The hour of the seat at which the alert of a day is due. */
const HOUR = '08';

/**
 * The alert of a day: the day, and the end of the next working day, up to which it tells of what is due; `undefined`
 * before its hour. Hours and days are the seat's, working days those of the calendar.
 */
export function alertOfDay(
  now: Instant,
  calendar: WorkingDayCalendar,
  seat: RuleSet['seat'],
): { readonly day: IsoDate; readonly until: Instant } | undefined {
  if (seatTime(now, seat).slice(11, 13) < HOUR) return undefined;
  const day = seatDate(now, seat);
  return { day, until: dayStart(dayAfter(nextWorkingDay(calendar, dayAfter(day))), seat) };
}

/** Milliseconds between two alerts of what was served; what comes in between waits for the second. */
export const SERVED_GAP_MS = 5 * 60_000;

/** Milliseconds before each further try of a channel that may take an alert later. */
const PAUSES_MS = [5_000, 60_000, 10 * 60_000, 60 * 60_000, 6 * 60 * 60_000] as const;

/**
 * Milliseconds until an alert is tried again; `undefined` when it was taken, or is given up.
 * @param tries so many were made
 */
export const nextTry = ({ accepted, again }: ChannelAnswer, tries: number): number | undefined =>
  accepted || !again ? undefined : PAUSES_MS[tries - 1];
