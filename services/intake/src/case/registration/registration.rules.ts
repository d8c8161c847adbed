import {
  accept,
  type CaseId,
  type Decider,
  type DomainEvent,
  type Instant,
  type IsoDate,
  type PartyCode,
} from '@parley/kernel';
import type { ClockId, Clocks, DaysBack, Happening, Track } from '@parley/procedure';
import type { FiledCase, RegisterCase } from '../case-commands.rules';
import type { CaseEvent, CaseRegistered, GrievanceServed } from '../case-events.rules';
import { offeredTimetable } from '../consolidation/consolidation.rules';
import { publicMatter } from '../filing/public-matter.rules';
import { replyClock } from '../reply/reply-clock.rules';

/**
 * An event of the docket of one party and one year of registration in seat time. Each docket is a stream of its own,
 * with numbers 1, 2, 3 … without a gap.
 */
export type DocketNumberAllocated = DomainEvent<
  'DocketNumberAllocated',
  DocketPlace & {
    readonly caseId: CaseId;
    readonly serial: number;
    /** The day from which on the party's cases are counted. */
    readonly since: IsoDate;
  }
>;

export interface DocketPlace {
  readonly docketNumber: string;
  /** The day of registration, as its clocks count it. */
  readonly on: IsoDate;
  /** How many cases the party registered within the rules' days, with this one. */
  readonly casesAtOnce: number;
}

export interface AllocateDocketNumber {
  readonly type: 'AllocateDocketNumber';
  readonly caseId: CaseId;
  readonly party: PartyCode;
  readonly year: number;
  readonly at: Instant;
  readonly days: DaysBack;
  /** Cases that the party registered in those days under the docket of the year before. */
  readonly underLastYear: number;
}

/** What each case was given, in the order of the numbers. */
export type Docket = ReadonlyMap<CaseId, DocketPlace>;

/** How many cases of a docket were registered on a day or later. */
export const registeredSince = (docket: Docket, since: IsoDate): number =>
  [...docket.values()].filter(({ on }) => on >= since).length;

const DIGITS = 4;

/** `US-2026-0001`: complainant, year of registration, serial. */
export const docketNumber = (party: PartyCode, year: number, serial: number): string =>
  `${party}-${String(year)}-${String(serial).padStart(DIGITS, '0')}`;

/** Asking twice for the same case gives the same number (I-27). */
export const docketDecider: Decider<AllocateDocketNumber, Docket, DocketNumberAllocated> = {
  initial: new Map(),
  decide({ caseId, party, year, at, days: { on, since }, underLastYear }, docket) {
    if (docket.has(caseId)) return accept();
    const serial = docket.size + 1;
    const casesAtOnce = underLastYear + registeredSince(docket, since) + 1;
    return accept({
      type: 'DocketNumberAllocated',
      occurredAt: at,
      rule: 'I-27',
      tier: 'PUBLIC',
      data: { caseId, serial, docketNumber: docketNumber(party, year, serial), on, since, casesAtOnce },
    });
  },
  evolve(docket, event) {
    const type: string = event.type;
    return type === 'DocketNumberAllocated' ? new Map([...docket, [event.data.caseId, placeOf(event.data)]]) : docket;
  },
};

const placeOf = ({ docketNumber, on, casesAtOnce }: DocketPlace): DocketPlace => ({ docketNumber, on, casesAtOnce });

/**
 * S3: the docket gave a number, which is the trigger of the reply, of the panel and of the long-stop. A number once
 * given is used (I-27), even when the case ended meanwhile; it starts no clock then.
 */
export function registerCase(
  { docketNumber, casesAtOnce, completeAt }: RegisterCase,
  state: FiledCase,
  clocks: Clocks,
) {
  // The process registers a case that was found complete, once. When it is told again, it changes nothing.
  if ('registration' in state || (state.status !== 'complete' && state.status !== 'ended')) return accept();
  const registeredAt = state.status === 'complete' ? state.completeAt : completeAt;
  const byDefault = state.status === 'complete' && state.completeBy === 'default';
  const trigger: Happening = { event: 'CaseRegistered', at: registeredAt, kind: byDefault ? 'expiry' : 'act' };
  const reply = clocks.start(replyClock(casesAtOnce, clocks), trigger, 'reply');
  const served: readonly GrievanceServed[] =
    state.status === 'complete' ? [serve(docketNumber, state, registeredAt)] : [];
  const registered: CaseRegistered = {
    type: 'CaseRegistered',
    occurredAt: registeredAt,
    rule: 'S3',
    tier: 'PUBLIC',
    data: {
      docketNumber,
      casesAtOnce,
      parties: state.parties,
      ...publicMatter(state.grievance, state.parties),
      registeredAt,
      ruleSetVersion: clocks.ruleSet.version,
      filedAt: state.filedAt,
      alreadyEnded: state.status === 'ended' ? state.outcome : null,
      track: state.track,
      ...(state.relations.counterTo ? { counterTo: state.relations.counterTo } : {}),
      ...(state.urgency && state.track === 'urgent' ? { urgencyGround: state.urgency.ground } : {}),
      opens:
        state.status === 'complete'
          ? [reply, ...besideReply(state.track).map((clock) => clocks.start(clock, trigger))]
          : [],
      closes: [],
    },
  };
  return accept<CaseEvent>(registered, ...served, ...offeredTimetable(trigger.at, state, clocks));
}

/** The urgent track counts calls and consultations from registration too. */
const besideReply = (track: Track): readonly ClockId[] =>
  track === 'urgent' ? ['long-stop', 'consultations', 'first-call'] : ['long-stop'];

const serve = (
  docketNumber: string,
  // What the receipt warned its party of may name another case, and is not served on the panel.
  { grievance, receipt: { warnings: _ofParties, ...receipt }, filedAt, urgency }: FiledCase,
  at: Instant,
): GrievanceServed => ({
  type: 'GrievanceServed',
  occurredAt: at,
  rule: 'S3',
  tier: 'PANEL',
  data: {
    docketNumber,
    grievance,
    receipt,
    filedAt,
    ...(urgency ? { urgency: { ground: urgency.ground, reasons: urgency.reasons } } : {}),
    opens: [],
    closes: [],
  },
});
