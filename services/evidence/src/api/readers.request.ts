import { EnumField } from '@parley/http';
import type { ExhibitTier } from '../domain/exhibit';
import { READERS, READERS_REASONS, type Readers, type ReadersReason } from '../domain/readers/readers';
import { EXHIBIT_TIERS } from './exhibit.request';
import { JointSignatureRequest } from './joint-signature.request';

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

/** The query of a draft. */
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
