import {
  accept,
  refuse,
  type DomainEvent,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Side,
} from '@parley/kernel';
import type { RefusalReason } from '@parley/kernel';
import { canBeCommitted, drawCommitment, noncesOfDesks, type MovesClocks } from '@parley/procedure';
import type { CommitNonce, LayNonceOpen } from '../panel/panel-commands.rules';
import {
  deskOf,
  isPast,
  isRefused,
  screeningOver,
  type OpenedPanel,
  type RecordedPanel,
} from '../panel/panel-state.rules';
import { seatClockId } from '../time/time.rules';
import type { WhyDrawn } from './composition-events.rules';
import type { Seat } from './draw-seat.rules';

/** Refusals about what desks add to a draw of a panel (I-72). */
export const nonceRefusals = {
  unknownSeat: {
    code: 'unknown-seat',
    rule: 'I-72',
    status: 422,
    en: 'This panel has no such seat. The panel shows its seats.',
    'zh-Hans': '专家组没有该席位。席位见专家组信息。',
  },
  notTheNextDraw: {
    code: 'not-the-next-draw',
    rule: 'I-72',
    en: 'Another draw of this seat comes next. Add a nonce to that one; the draws of the panel show its number.',
    'zh-Hans': '该席位的下一次抽签并非此次。请为下一次抽签提交随机数，其序号见专家组的抽签信息。',
  },
  ...noncesOfDesks,
} as const satisfies Record<string, RefusalReason>;

interface OfDraw {
  readonly seat: string;
  /** Number of the draw of this seat, from 1. */
  readonly draw: number;
}

interface OfDesk extends OfDraw {
  /** Whose nonce it is. */
  readonly side: Side;
  readonly party: PartyCode;
}

export type NonceCommitted = DomainEvent<
  'NonceCommitted',
  MovesClocks & OfDesk & { readonly commitment: Sha256; readonly by: PersonId }
>;

/** A seat is to be drawn, and desks have committed themselves to nonces: no more is added, and these are laid open. */
export type DrawCalled = DomainEvent<
  'DrawCalled',
  MovesClocks & OfDesk & { readonly because: WhyDrawn; readonly awaited: readonly PartyCode[] }
>;

export type NonceLaidOpen = DomainEvent<
  'NonceLaidOpen',
  MovesClocks & OfDesk & { readonly nonce: string; readonly by: PersonId }
>;

/** A desk did not lay open in time what it had committed itself to; the draw is held without it. */
export type NonceLeftOut = DomainEvent<'NonceLeftOut', MovesClocks & OfDesk & { readonly commitment: Sha256 }>;

/** The secretariat did not lay open the secret to which it had committed itself; the draw is held without it. */
export type DrawSecretMissing = DomainEvent<
  'DrawSecretMissing',
  MovesClocks & OfDraw & { readonly commitment: Sha256 | null }
>;

export type NonceEvent = NonceCommitted | DrawCalled | NonceLaidOpen | NonceLeftOut | DrawSecretMissing;

/** The number of a seat’s next draw. */
export const nextDraw = ({ draws }: Pick<RecordedPanel, 'draws'>, seat: string): number =>
  draws.filter((draw) => draw.seat === seat).length + 1;

/** A seat whose draw was called and is not held after all: what was laid open for it serves no other. */
export const uncalled = (seat: Seat): Seat => (seat.called === null ? seat : { ...seat, called: null, nonces: {} });

const noncesOf = (seat: Seat, { parties }: OpenedPanel): string =>
  seatClockId('nonces', parties[seat.side], seat.number);

/** True once a seat has to be drawn, also where that is not recorded yet. */
const isDue = (seat: Seat, state: OpenedPanel, at: CommitNonce['receivedAt']): boolean =>
  seat.called !== null ||
  (['nomination', 'disclosure'] as const).some((clock) =>
    isPast(state, seatClockId(clock, state.parties[seat.side], seat.number), at),
  );

/** Every hash that stands in a case; a desk that took the other’s would add what the other lays open first. */
const commitmentsIn = ({ seats, draws, drawCommitments }: RecordedPanel): readonly Sha256[] => [
  ...Object.values(drawCommitments).flat(),
  ...draws.flatMap(({ nonces }) => nonces.map(({ commitment }) => commitment)),
  ...seats.flatMap(({ nonces }) => Object.values(nonces).map(({ commitment }) => commitment)),
];

/** A desk adds the hash of a nonce to the next draw of a seat, whoever’s seat it is. */
export function commitNonce(command: CommitNonce, state: OpenedPanel) {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt } = command;
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  const { seat: id, draw, commitment } = command;
  const seat = state.seats.find((each) => each.id === id);
  if (!seat) return refuse(nonceRefusals.unknownSeat, '/seat');
  if (draw !== nextDraw(state, id)) return refuse(nonceRefusals.notTheNextDraw, '/draw');
  if (seat.nonces[side]) return refuse(nonceRefusals.nonceCommitted);
  if (isDue(seat, state, receivedAt)) return refuse(nonceRefusals.commitmentLate);
  if (commitmentsIn(state).includes(commitment)) return refuse(nonceRefusals.commitmentUsed, '/commitment');
  return accept<NonceCommitted>({
    type: 'NonceCommitted',
    occurredAt: receivedAt,
    rule: 'I-72',
    tier: 'PUBLIC',
    data: { seat: id, draw, side, party: state.parties[side], commitment, by, opens: [], closes: [] },
  });
}

/** Why the nonce of a side to a seat’s next draw is not laid open now. */
function nonceBar(seat: Seat, side: Side, state: OpenedPanel, at: LayNonceOpen['receivedAt']) {
  const committed = seat.nonces[side];
  if (!committed) return nonceRefusals.nonceNotCommitted;
  if (committed.nonce !== null) return nonceRefusals.nonceLaidOpen;
  if (seat.called === null) return nonceRefusals.nonceEarly;
  return isPast(state, noncesOf(seat, state), at) ? nonceRefusals.nonceLate : undefined;
}

/**
 * Why no nonce of a side is laid open now, whichever draw it is for: what stands against the side’s own nonces, those
 * first that it can still lay open. Only where some draw waits for one does it count which draw is meant.
 */
function nothingAwaited(state: OpenedPanel, side: Side, at: LayNonceOpen['receivedAt']) {
  const bars = state.seats.map((seat) => nonceBar(seat, side, state, at));
  if (bars.includes(undefined)) return undefined;
  const { nonceEarly, nonceLaidOpen, nonceLate, nonceNotCommitted } = nonceRefusals;
  const hadSome = state.draws.some(({ nonces }) => nonces.some(({ of }) => of === side));
  return (
    [nonceEarly, nonceLaidOpen, nonceLate].find((bar) => bars.includes(bar)) ??
    (hadSome ? nonceLate : nonceNotCommitted)
  );
}

/** A desk lays open the nonce to which it committed itself, once the draw is called and before it is held. */
export function layNonceOpen(command: LayNonceOpen, state: OpenedPanel) {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt } = command;
  const over = screeningOver(state, receivedAt) ?? nothingAwaited(state, side, receivedAt);
  if (over) return refuse(over);
  const { seat: id, draw, nonce } = command;
  const seat = state.seats.find((each) => each.id === id);
  if (!seat) return refuse(nonceRefusals.unknownSeat, '/seat');
  const next = nextDraw(state, id);
  if (draw < next) return refuse(nonceRefusals.nonceLate);
  const committed = seat.nonces[side];
  if (draw > next || !committed) return refuse(nonceRefusals.nonceNotCommitted);
  const bar = nonceBar(seat, side, state, receivedAt);
  if (bar) return refuse(bar);
  if (!canBeCommitted(nonce) || drawCommitment(nonce) !== committed.commitment)
    return refuse(nonceRefusals.nonceDiffers, '/nonce');
  const running = state.running[noncesOf(seat, state)];
  const others = awaitedOf(seat, state).filter((party) => party !== state.parties[side]);
  const awaits = others[0] === undefined ? 'nobody' : (`party:${others[0]}` as const);
  return accept<NonceLaidOpen>({
    type: 'NonceLaidOpen',
    occurredAt: receivedAt,
    rule: 'I-72',
    tier: 'PUBLIC',
    data: {
      ...{ seat: id, draw, side, party: state.parties[side], nonce, by },
      opens: running ? [{ ...running, awaits }] : [],
      closes: [],
    },
  });
}

const SIDES: readonly Side[] = ['complainant', 'respondent'];

/** The parties whose desks have yet to lay a nonce open, the complainant first. */
export const awaitedOf = ({ nonces }: Seat, { parties }: Pick<OpenedPanel, 'parties'>): readonly PartyCode[] =>
  SIDES.filter((side) => nonces[side]?.nonce === null).map((side) => parties[side]);

/** What was added to a draw, or that it was called, on the seat. Who adds something acts as a desk (I-05). */
export function noncesAfter<Panel extends RecordedPanel>(
  state: Panel,
  { type, data }: NonceCommitted | DrawCalled | NonceLaidOpen,
): Panel {
  const on = (seat: Seat): Seat => {
    if (type === 'DrawCalled') return { ...seat, called: data.because };
    const before = seat.nonces[data.side];
    if (type === 'NonceCommitted')
      return { ...seat, nonces: { ...seat.nonces, [data.side]: { commitment: data.commitment, nonce: null } } };
    return before ? { ...seat, nonces: { ...seat.nonces, [data.side]: { ...before, nonce: data.nonce } } } : seat;
  };
  const capacities = 'by' in data ? { [data.by]: 'desk' as const, ...state.capacities } : state.capacities;
  return { ...state, capacities, seats: state.seats.map((seat) => (seat.id === data.seat ? on(seat) : seat)) };
}
