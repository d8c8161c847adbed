import { EnumField, InstantField, TextField, UuidField } from '@parley/http';
import { DELEGATION_SCOPES, type DelegationScope } from '../../domain/delegations/delegation';

export class DelegationRequest {
  @TextField({
    meaning: 'Pseudonym of the person, as the `sub` of a token.',
    example: 'us-desk-2',
    max: 200,
    pattern: /^[\x21-\x7e]+$/,
  })
  readonly personId: string;

  @EnumField({
    meaning: 'Whether the person heads the desk and keeps this register, or acts as its officer.',
    example: 'officer',
    values: DELEGATION_SCOPES,
  })
  readonly scope: DelegationScope;

  @TextField({
    meaning: 'Instrument behind it, with its date.',
    example: 'Letter of the Trade Representative of 3 February 2025',
    max: 500,
  })
  readonly authority: string;

  @InstantField({
    meaning: 'When it begins: now when left out, never before.',
    example: '2025-03-01T00:00:00+01:00',
    optional: true,
  })
  readonly from?: string;

  @UuidField({
    meaning: 'Delegation in whose place it comes, which ends when this one begins.',
    example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    optional: true,
  })
  readonly replaces?: string;
}
