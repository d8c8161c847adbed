import { domainEventOf } from '@parley/event-store';
import type { Instant, PersonId } from '@parley/kernel';
import type { MemberDrawn } from '../../../../services/panel-review/src/composition/composition-events.rules';
import type { History } from '../../history/case-history';
import type { Cast } from './cast';

export interface DrawShown {
  readonly seat: string;
  readonly drawn: string;
}

interface Draw {
  readonly at: Instant;
  readonly seat: string;
  readonly member: PersonId;
}

/** The draws by lot in a run of one case, in their order. */
export function drawsOf({ log }: History): readonly Draw[] {
  return log
    .filter(({ type }) => type === 'MemberDrawn')
    .map((recorded) => {
      const { seat, member } = (domainEventOf(recorded) as MemberDrawn).data;
      return { at: recorded.recordedAt, seat, member };
    });
}

/**
 * Gives the parts of those who were drawn here to those who were drawn there, draw by draw of each seat.
 * @param given how many draws were seen before
 * @returns how many have been seen now
 */
export function recast(cast: Cast, draws: readonly Draw[], there: readonly DrawShown[], given: number): number {
  for (const [index, { seat, member }] of draws.entries()) {
    if (index < given) continue;
    const nth = draws.slice(0, index).filter((draw) => draw.seat === seat).length;
    const drawn = there.filter((draw) => draw.seat === seat)[nth];
    if (drawn) cast.giveTo(drawn.drawn, member);
  }
  return draws.length;
}
