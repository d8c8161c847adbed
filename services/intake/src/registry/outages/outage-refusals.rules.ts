import type { Instant, RefusalReason, Tier } from '@parley/kernel';
import type { Clocks, SetAside } from '@parley/procedure';
import type { CaseState } from '../../case/case-commands.rules';
import type { CaseEvent } from '../../case/case-events.rules';
import { evolve } from '../../case/case-state.rules';
import { expireDeadline } from '../../case/expire-deadline.rules';
import type { DefaultSetAside } from './outages.rules';

export const outageRefusals = {
  outageInverted: {
    code: 'outage-ends-before-it-begins',
    rule: 'I-61',
    status: 422,
    en: 'An outage ends after it begins, and before it is declared.',
    'zh-Hans': '系统中断的终点须晚于起点，且早于宣告时刻。',
  },
  outageTooLong: {
    code: 'outage-too-long',
    rule: 'I-61',
    status: 422,
    en: 'An outage of more than 31 days is declared in several.',
    'zh-Hans': '超过 31 日的系统中断须分次宣告。',
  },
  unknownOutage: {
    code: 'outage-not-found',
    rule: 'I-61',
    status: 404,
    en: 'No such outage was proposed.',
    'zh-Hans': '没有提出过该系统中断。',
  },
  outageDigest: {
    code: 'outage-digest-differs',
    rule: 'I-04',
    status: 422,
    en: 'The signature names another digest than that of the outage proposed; read it again and sign what it shows.',
    'zh-Hans': '签署所载摘要值与所提系统中断不符；请重新查阅后签署。',
  },
  signedBySide: {
    code: 'outage-signed-by-your-side',
    rule: 'I-04',
    en: 'Your side’s co-head has signed an outage of these times; it needs the other side’s.',
    'zh-Hans': '贵方共同负责人已签署该时段的系统中断；尚需另一方共同负责人签署。',
  },
  outageDeclared: {
    code: 'outage-declared-already',
    rule: 'I-61',
    en: 'An outage of these times is declared already.',
    'zh-Hans': '该时段的系统中断已宣告。',
  },
  notDeclared: {
    code: 'outage-not-declared',
    rule: 'I-61',
    en: 'The outage is only proposed, and moves nothing; where it was none, do not sign it.',
    'zh-Hans': '该系统中断仅为提议，不变动任何期限；如并无中断，不予签署即可。',
  },
  outageAnnulled: {
    code: 'outage-annulled-already',
    rule: 'I-61',
    en: 'Both co-heads have annulled an outage of these times; if there was one, declare it with its true times.',
    'zh-Hans': '两名共同负责人已撤销该时段的系统中断；如确有中断，请以其真实起讫时刻宣告。',
  },
  annulmentDigest: {
    code: 'annulment-digest-differs',
    rule: 'I-04',
    status: 422,
    en: 'To annul an outage both co-heads sign its `annulmentDigest`; read it again and sign what it shows.',
    'zh-Hans': '撤销系统中断须由两名共同负责人签署其 `annulmentDigest`；请重新查阅后签署。',
  },
  annulmentSignedBySide: {
    code: 'annulment-signed-by-your-side',
    rule: 'I-04',
    en: 'Your side’s co-head has signed that this outage was none; it needs the other side’s.',
    'zh-Hans': '贵方共同负责人已就该系统中断并不存在作出签署；尚需另一方共同负责人签署。',
  },
  tooManyOutages: {
    code: 'too-many-outages',
    rule: 'I-61',
    en:
      '20 outages that your side proposed in the last 90 days wait for the other side’s signature; no more ' +
      'are taken until some are signed or older.',
    'zh-Hans': '贵方最近九十日内所提系统中断已有二十项尚待另一方签署；须待其中若干项获签署或逾九十日后方可再提。',
  },
} as const satisfies Record<string, RefusalReason>;

/** The events that silence has brought about, and the case after them. */
export interface Defaults {
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
}

/**
 * The defaults of all deadlines that had run out by an instant, in order of expiry. Each is decided on what the one
 * before it left. The timers may fire later than what another context decided at that instant, and the defaults would
 * then be lost (I-18). The long-stop is no default of a stage. It has its own order with what a panel issued.
 */
export function defaultsUntil(instant: Instant, state: CaseState, clocks: Clocks): Defaults {
  if (state.status === 'unfiled') return { events: [], state };
  const [first] = Object.values(state.running)
    .filter(({ clock, dueAt }) => clock !== 'long-stop' && dueAt <= instant)
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  if (!first) return { events: [], state };
  const decision = expireDeadline({ type: 'ExpireDeadline', deadlineId: first.id }, state, clocks);
  if (decision.kind === 'refused' || decision.events.length === 0) return { events: [], state };
  const rest = defaultsUntil(instant, decision.events.reduce(evolve, state), clocks);
  return { events: [...decision.events, ...rest.events], state: rest.state };
}

/** Sets aside what a default brought about. Those who know of the default are told. */
export const defaultSetAside = (said: SetAside, cameAt: Instant, tier: Tier): DefaultSetAside => ({
  type: 'DefaultSetAside',
  occurredAt: cameAt,
  rule: 'I-19',
  tier,
  data: { ...said, opens: [], closes: [] },
});
