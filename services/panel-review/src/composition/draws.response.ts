import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import type { OpenedPanel } from '../panel/panel-state.rules';
import { nextDraw } from './nonces.rules';

@ApiSchema({ description: 'What a desk added to a draw.' })
export class NonceShown {
  @Shown({
    meaning: 'Role of the side whose nonce it is, such as `complainant`.',
    example: 'complainant',
    kind: 'word',
  })
  readonly of: string;

  @Shown({ meaning: 'SHA-256 of the nonce, published before the draw was called.', kind: 'digest' })
  readonly commitment: string;

  @Shown({
    meaning: 'The nonce; `null` while it is not laid open, and for ever where it was not in time.',
    example: '89ab…',
    kind: 'word',
    nullable: true,
  })
  readonly nonce: string | null;
}

@ApiSchema({ description: 'A draw by lot that anybody can repeat.' })
export class DrawShown {
  @Shown({ meaning: 'Seat that was drawn.', example: 'respondent-2', kind: 'word' })
  readonly seat: string;

  @Shown({ meaning: 'Number of the draw of this seat, from 1.', example: 1 })
  readonly draw: number;

  @Shown({
    meaning: 'SHA-256 of the secret, published beforehand; `null` where none was.',
    kind: 'digest',
    nullable: true,
  })
  readonly commitment: string | null;

  @Shown({
    meaning:
      'The secret, laid open with the draw: 64 lower-case hexadecimal characters; `null` when the secretariat did ' +
      'not lay it open, and the draw was held without it.',
    example: '0123…',
    kind: 'word',
    nullable: true,
  })
  readonly secret: string | null;

  @Shown({
    meaning: 'What desks had added: those that were not laid open in time are left out of the seed.',
    type: () => NonceShown,
    list: true,
  })
  readonly nonces: readonly NonceShown[];

  @Shown({ meaning: 'The side’s frozen roster, sorted.', type: () => String, list: true, kind: 'person' })
  readonly roster: readonly string[];

  @Shown({ meaning: 'SHA-256 of the canonical JSON of the sorted roster.', kind: 'digest' })
  readonly rosterDigest: string;

  @Shown({
    meaning:
      'Who could be drawn, sorted: nobody of both rosters, with another capacity in the case, or who ' +
      'was on this panel before.',
    type: () => String,
    list: true,
    kind: 'person',
  })
  readonly eligible: readonly string[];

  @Shown({ meaning: 'Seed of the draw.', kind: 'digest' })
  readonly seed: string;

  @Shown({ meaning: 'Who was drawn.', example: 'us-panel-3', kind: 'person' })
  readonly drawn: string;
}

@ApiSchema({ description: 'What is published before the draws of a seat.' })
export class SeatDrawsShown {
  @Shown({ meaning: 'Id of the seat.', example: 'respondent-2', kind: 'word' })
  readonly seat: string;

  @Shown({ meaning: 'Number of its next draw, from 1: the one to which a desk can add a nonce.', example: 1 })
  readonly next: number;

  @Shown({ meaning: 'Whether that draw is called, so that its nonces are laid open now.', example: false })
  readonly called: boolean;

  @Shown({
    meaning: 'SHA-256 of the secrets of its draws, the first one’s first; some are published ahead.',
    type: () => String,
    list: true,
    kind: 'digest',
  })
  readonly commitments: readonly string[];

  @Shown({ meaning: 'What desks have added to its next draw.', type: () => NonceShown, list: true })
  readonly nonces: readonly NonceShown[];
}

@ApiSchema({ description: 'The draws of a panel.' })
export class DrawsShown {
  @Shown({
    meaning: 'What is published before the draws, by seat; also of seats that may open later.',
    type: () => SeatDrawsShown,
    list: true,
  })
  readonly seats: readonly SeatDrawsShown[];

  @Shown({ meaning: 'The draws in their order; empty while there was none.', type: () => DrawShown, list: true })
  readonly draws: readonly DrawShown[];
}

export const showDraws = (state: OpenedPanel): DrawsShown => ({
  seats: Object.entries(state.drawCommitments).map(([id, commitments]) => {
    const seat = state.seats.find((each) => each.id === id);
    const nonces = (['complainant', 'respondent'] as const).flatMap((of) => {
      const committed = seat?.nonces[of];
      return committed ? [{ of, ...committed }] : [];
    });
    return { seat: id, next: nextDraw(state, id), called: (seat?.called ?? null) !== null, commitments, nonces };
  }),
  draws: state.draws,
});
