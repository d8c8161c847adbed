import { Shown } from '@parley/http';
import { READERS, READERS_REASONS } from '../domain/readers/readers';
import { JointDecisionShown } from './joint-decision.response';

const AT = '2025-02-05T08:00:00.000Z';

/** What stays where readers were taken away (I-42). */
export class TombstoneShown {
  @Shown({ meaning: 'When (UTC).', format: 'date-time', example: AT })
  readonly at: string;

  @Shown({
    meaning: 'By whose decision: its own party’s, or both co-heads’.',
    values: ['its-party', 'co-heads'],
    example: 'its-party',
  })
  readonly by: string;

  @Shown({ meaning: 'Coded reason.', values: READERS_REASONS, example: 'filed-by-mistake' })
  readonly reason: string;

  @Shown({ meaning: 'Who could read it before.', values: READERS, example: 'PANEL' })
  readonly from: string;

  @Shown({ meaning: 'Who can read it since.', values: READERS, example: 'NOBODY' })
  readonly to: string;

  @Shown({
    meaning: 'Digest that both co-heads signed; `null` for a withdrawal by its party.',
    kind: 'digest',
    nullable: true,
  })
  readonly digest: string | null;
}

/** A change of readers that waits for the other co-head. */
export class ReadersDecisionShown extends JointDecisionShown {
  @Shown({ meaning: 'Who would read the exhibit.', values: READERS, example: 'PARTIES' })
  readonly to: string;

  @Shown({ meaning: 'Coded reason.', values: READERS_REASONS, example: 'personal-data' })
  readonly reason: string;
}

/** What a co-head is shown before signing. */
export class ReadersDraftShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid', example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11' })
  readonly caseId: string;

  @Shown({ meaning: 'Number of the exhibit.', kind: 'exhibit' })
  readonly exhibit: string;

  @Shown({ meaning: 'SHA-256 of the exhibit.', kind: 'digest' })
  readonly exhibitDigest: string;

  @Shown({ meaning: 'Who reads it now.', values: READERS, example: 'PANEL' })
  readonly from: string;

  @Shown({ meaning: 'Who would read it.', values: READERS, example: 'PARTIES' })
  readonly to: string;

  @Shown({ meaning: 'Coded reason.', values: READERS_REASONS, example: 'personal-data' })
  readonly reason: string;

  @Shown({
    meaning: 'SHA-256 of the canonical JSON (RFC 8785) of the fields above: what both co-heads sign.',
    kind: 'digest',
  })
  readonly digest: string;
}
