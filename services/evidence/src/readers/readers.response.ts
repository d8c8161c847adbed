import { ApiSchema } from '@nestjs/swagger';
import type { Sha256 } from '@parley/kernel';
import { DeadlineShown, EnumField, Sha256Field, Shown } from '@parley/http';
import type { ExhibitTier } from '../exhibits/exhibit-commands.rules';
import { EXHIBIT_TIERS } from '../exhibits/exhibits.request';
import { READERS, READERS_REASONS, type Readers, type ReadersReason, type ReadersSignature } from './readers.rules';

@ApiSchema({ description: 'A co-head’s signature under what both co-heads decide.' })
export class JointSignatureRequest {
  @Sha256Field({
    meaning: 'Digest of the draft that you were shown.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  readonly digest: Sha256;
}

const ReasonField = (): PropertyDecorator =>
  EnumField({ meaning: 'Coded reason; it stays on record.', example: 'personal-data', values: READERS_REASONS });
const ToField = (): PropertyDecorator =>
  EnumField({ meaning: 'Who is to read it; `NOBODY` takes it from everybody.', example: 'PARTIES', values: READERS });

export class WithdrawalRequest {
  @EnumField({ meaning: 'Coded reason; it stays on record.', example: 'filed-by-mistake', values: READERS_REASONS })
  readonly reason: ReadersReason;
}

export class ReadersRequest {
  @EnumField({ meaning: 'Who is to read it: more than now.', example: 'PUBLIC', values: EXHIBIT_TIERS })
  readonly tier: ExhibitTier;
}

export class ReadersDraftRequest {
  @ToField()
  readonly to: Readers;

  @ReasonField()
  readonly reason: ReadersReason;
}

export class ReadersSignatureRequest extends JointSignatureRequest {
  @ToField()
  readonly to: Readers;

  @ReasonField()
  readonly reason: ReadersReason;
}

@ApiSchema({ description: 'A co-head’s signature.' })
class CoHeadSignatureShown {
  @Shown({ meaning: 'Co-head who signed, by pseudonym.', example: 'cn-cohead-1', kind: 'person' })
  readonly coHead: string;

  @Shown({ meaning: 'Party that appointed the co-head.', kind: 'party' })
  readonly party: string;

  @Shown({
    meaning: 'When the signature was received (UTC).',
    format: 'date-time',
  })
  readonly receivedAt: string;
}

@ApiSchema({ description: 'A decision that one co-head has signed and the other may sign.' })
export class JointDecisionShown {
  @Shown({ meaning: 'Digest to be signed.', kind: 'digest' })
  readonly digest: string;

  @Shown({ meaning: 'When its time is up; then it changes nothing.', type: () => DeadlineShown })
  readonly deadline: DeadlineShown;

  @Shown({ meaning: 'Signatures so far.', type: () => CoHeadSignatureShown, list: true })
  readonly signatures: readonly CoHeadSignatureShown[];
}

@ApiSchema({ description: 'What stays where readers were taken away (I-42).' })
export class TombstoneShown {
  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
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

@ApiSchema({ description: 'A change of readers that waits for the other co-head.' })
export class ReadersDecisionShown extends JointDecisionShown {
  @Shown({ meaning: 'Who would read the exhibit.', values: READERS, example: 'PARTIES' })
  readonly to: string;

  @Shown({ meaning: 'Coded reason.', values: READERS_REASONS, example: 'personal-data' })
  readonly reason: string;
}

@ApiSchema({ description: 'What a co-head is shown before signing a change of readers.' })
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

export const showSignature = ({ coHead, party, receivedAt }: ReadersSignature): CoHeadSignatureShown => ({
  coHead,
  party,
  receivedAt,
});
