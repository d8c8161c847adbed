import { EnumField, Sha256Field, TextField } from '@parley/platform';
import type { ExhibitTier } from '../domain/exhibit';
import { READERS, READERS_REASONS, type Readers, type ReadersReason } from '../domain/readers/readers';
import { EXHIBIT_TIERS } from './exhibit.request';

const ReasonField = (): PropertyDecorator => EnumField({ meaning: 'Coded reason; it stays on record.', example: 'personal-data', values: READERS_REASONS });
const ToField = (): PropertyDecorator => EnumField({ meaning: 'Who is to read it; `NOBODY` takes it from everybody.', example: 'PARTIES', values: READERS });

export class WithdrawalRequest {
  @EnumField({ meaning: 'Coded reason; it stays on record.', example: 'filed-by-mistake', values: READERS_REASONS })
  readonly reason: ReadersReason;
}

export class ReadersRequest {
  @EnumField({ meaning: 'Who is to read it: more than now.', example: 'PUBLIC', values: EXHIBIT_TIERS })
  readonly tier: ExhibitTier;
}

/** The query of a draft. */
export class ReadersDraftRequest {
  @ToField()
  readonly to: Readers;

  @ReasonField()
  readonly reason: ReadersReason;
}

export class ReadersSignatureRequest {
  @ToField()
  readonly to: Readers;

  @ReasonField()
  readonly reason: ReadersReason;

  @Sha256Field({ meaning: 'Digest of the draft that you were shown.', example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  readonly digest: string;

  @TextField({ meaning: 'A compact JWS by the signer’s own key over the digest, where there is one.', example: 'eyJhbGciOiJFZERTQSJ9.e30.c2ln', max: 4_000, optional: true })
  readonly jws?: string;
}
