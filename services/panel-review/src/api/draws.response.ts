import { Shown } from '@parley/http';
import type { OpenedPanel } from '../domain/panel-state';

export class DrawShown {
  @Shown({ meaning: 'Seat that was drawn.', example: 'respondent-2', kind: 'word' })
  readonly seat: string;

  @Shown({ meaning: 'SHA-256 of the secret.', kind: 'digest' })
  readonly commitment: string;

  @Shown({
    meaning: 'The secret, laid open with the draw: 64 lower-case hexadecimal characters.',
    example: '0123…',
    kind: 'word',
  })
  readonly secret: string;

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

export class DrawsShown {
  @Shown({ meaning: 'SHA-256 of the secret, published when the panel was opened.', kind: 'digest' })
  readonly commitment: string;

  @Shown({ meaning: 'The draws in their order; empty while there was none.', type: () => DrawShown, list: true })
  readonly draws: readonly DrawShown[];
}

export const showDraws = ({ drawCommitment: commitment, draws }: OpenedPanel): DrawsShown => ({ commitment, draws });
