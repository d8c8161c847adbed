import type { Instant, PersonId, Sha256, Side } from '@parley/kernel';
import { canBeCommitted, drawByLot, drawCommitment, type Clocks, type DrawNonce } from '@parley/procedure';
import type { ExpireDeadline } from '../panel/panel-commands.rules';
import type { OpenedPanel } from '../panel/panel-state.rules';
import { seatClockId } from '../time/time.rules';
import type { MemberDrawn, WhyDrawn } from './composition-events.rules';
import { eligibleOf, type Seat } from './draw-seat.rules';
import { unfillable, type Unfillable } from './empty-seats.rules';
import { awaitedOf, nextDraw, type DrawCalled, type DrawSecretMissing, type NonceLeftOut } from './nonces.rules';

const SIDES: readonly Side[] = ['complainant', 'respondent'];

interface Draw {
  readonly seat: Seat;
  readonly because: WhyDrawn;
  readonly at: Instant;
}

/**
 * What follows when a seat has to be drawn: it is drawn at once, or first the nonces to which desks have committed
 * themselves are called for, so that they are open before the secret is (I-72).
 * @throws {RangeError} when a secret that the draw needs did not come with the command
 */
export function fillByLot(
  state: OpenedPanel,
  draw: Draw,
  secrets: ExpireDeadline['drawSecrets'],
  clocks: Clocks,
): readonly (DrawCalled | NonceLeftOut | DrawSecretMissing | MemberDrawn)[] | Unfillable {
  const { seat, because, at } = draw;
  const none = unfillable(state, seat, clocks);
  if (none) return none;
  const awaited = awaitedOf(seat, state);
  if (seat.called !== null || awaited.length === 0) return drawSeat(state, draw, secrets, clocks);
  const { side, number, id } = seat;
  const party = state.parties[side];
  const nomination = seatClockId('nomination', party, number);
  const happening = { event: 'DrawCalled', at, kind: 'expiry' } as const;
  const clock = clocks.start('nonces', happening, seatClockId('nonces', party, number));
  const [only, other] = awaited;
  return [
    {
      type: 'DrawCalled',
      occurredAt: at,
      rule: 'I-72',
      tier: 'PUBLIC',
      data: {
        ...{ seat: id, draw: nextDraw(state, id), side, party, because, awaited },
        opens: [only !== undefined && other === undefined ? { ...clock, awaits: `party:${only}` } : clock],
        closes: state.running[nomination] === undefined ? [] : [nomination],
      },
    },
  ];
}

/** Fills a vacant seat by lot. What was not laid open in time is left out, and the record says so. */
function drawSeat(
  state: OpenedPanel,
  { seat, because, at }: Draw,
  secrets: ExpireDeadline['drawSecrets'],
  clocks: Clocks,
): readonly (NonceLeftOut | DrawSecretMissing | MemberDrawn)[] | Unfillable {
  const { side, number, id } = seat;
  const party = state.parties[side];
  const draw = nextDraw(state, id);
  const published = state.drawCommitments[id] ?? [];
  const commitment = published[draw - 1] ?? null;
  const kept = secretOf(secrets, id, draw);
  const secret = canBeCommitted(kept) && drawCommitment(kept) === commitment ? kept : null;
  const nonces = SIDES.flatMap((of): readonly DrawNonce[] => (seat.nonces[of] ? [{ of, ...seat.nonces[of] }] : []));
  const roster = state.rosters[side].map(({ personId }) => personId);
  const record = drawByLot({
    ...{ seat: id, draw, commitment, secret, nonces, roster },
    eligible: eligibleOf(state, side),
  });
  if (!record) return { seat, why: 'lacking' };
  const about = { occurredAt: at, rule: 'I-72', tier: 'PUBLIC' } as const;
  const ended = (['nomination', 'nonces'] as const).map((clock) => seatClockId(clock, party, number));
  const leftOut = SIDES.flatMap((of): readonly NonceLeftOut[] => {
    const left = seat.nonces[of];
    const whose = { seat: id, draw, side: of, party: state.parties[of] };
    return left?.nonce === null
      ? [{ ...about, type: 'NonceLeftOut', data: { ...whose, commitment: left.commitment, opens: [], closes: [] } }]
      : [];
  });
  const missing: readonly DrawSecretMissing[] =
    secret === null
      ? [{ ...about, type: 'DrawSecretMissing', data: { seat: id, draw, commitment, opens: [], closes: [] } }]
      : [];
  const happening = { event: 'MemberDrawn', at, kind: 'expiry' } as const;
  return [
    ...leftOut,
    ...missing,
    {
      ...about,
      type: 'MemberDrawn',
      rule: 'S6',
      data: {
        ...{ seat: id, side, party, member: record.drawn as PersonId, because, draw: record },
        commitment: laterCommitment(secrets, id, published),
        opens: [clocks.start('disclosure', happening, seatClockId('disclosure', party, number))],
        closes: ended.filter((clock) => state.running[clock] !== undefined),
      },
    },
  ];
}

/** One more commitment is published for each that was used, so that no draw ever lacks one beforehand. */
const laterCommitment = (secrets: ExpireDeadline['drawSecrets'], seat: string, published: readonly Sha256[]): Sha256 =>
  drawCommitment(secretOf(secrets, seat, published.length + 1));

function secretOf(secrets: ExpireDeadline['drawSecrets'], seat: string, draw: number): string {
  const secret = secrets[seat]?.[draw - 1];
  if (secret === undefined) throw new RangeError(`no secret came for draw ${String(draw)} of ${seat}`);
  return secret;
}
