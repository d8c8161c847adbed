import { ApiSchema } from '@nestjs/swagger';
import { EnumField, InstantField, TextField, UuidField } from '@parley/http';
import type { PersonId } from '@parley/kernel';
import { DELEGATION_SCOPES, type DelegationScope } from './delegations.rules';

const PersonField = (example: string): PropertyDecorator =>
  TextField({
    meaning: 'Pseudonym of the person: the code of its side, a dash, and the `sub` of its tokens.',
    example,
    max: 200,
    pattern: /^[\x21-\x7e]+$/,
  });

class AuthorityRequest {
  @TextField({
    meaning: 'Instrument behind it, with its date.',
    example: 'Letter of the Trade Representative of 3 February 2025',
    max: 500,
  })
  readonly authority: string;
}

@ApiSchema({ description: 'A head whom the two of a side name together: both say the same.' })
export class HeadRequest extends AuthorityRequest {
  @PersonField('us-desk')
  readonly personId: PersonId;

  @UuidField({
    meaning: 'Delegation of the head who is lost, which ends when this one begins; left out for the first head.',
    example: '5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    optional: true,
  })
  readonly replaces?: string;
}

export class DelegationRequest extends AuthorityRequest {
  @PersonField('us-desk-2')
  readonly personId: PersonId;

  @EnumField({
    meaning:
      'Whether the person heads the delegation and keeps this register, or in which office it acts. Officials and ' +
      'deputies act as the desk, and take and offer calls at their level of the consultations.',
    example: 'desk',
    values: DELEGATION_SCOPES,
  })
  readonly scope: DelegationScope;

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
