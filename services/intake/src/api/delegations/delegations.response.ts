import { Shown } from '@parley/http';
import { DELEGATION_SCOPES, type PartyRegister } from '../../domain/delegations/delegation';

export class DelegationShown {
  @Shown({ meaning: 'Id of the delegation: the one in the envelope of what the person does under it.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Person who speaks for the party.', kind: 'person', example: 'us-desk-2' })
  readonly personId: string;

  @Shown({
    meaning: 'Whether the person heads the desk, or acts as its officer.',
    values: DELEGATION_SCOPES,
    example: 'officer',
  })
  readonly scope: string;

  @Shown({
    meaning: 'Instrument behind it.',
    example: 'Letter of the Trade Representative of 3 February 2025',
    max: 500,
  })
  readonly authority: string;

  @Shown({ meaning: 'When it begins (UTC).', format: 'date-time' })
  readonly from: string;

  @Shown({ meaning: 'Who recorded it.', kind: 'person', example: 'us-desk-1' })
  readonly recordedBy: string;

  @Shown({ meaning: 'When it was recorded (UTC).', format: 'date-time' })
  readonly recordedAt: string;

  @Shown({
    meaning: 'First instant at which it is over (UTC); `null` while no end is recorded.',
    format: 'date-time',
    nullable: true,
  })
  readonly endsAt: string | null;

  @Shown({ meaning: 'Delegation that took its place; `null` when none did.', format: 'uuid', nullable: true })
  readonly replacedBy: string | null;
}

/** Who speaks for a party, and who did. */
export class RegisterShown {
  @Shown({ meaning: 'Code of the party.', kind: 'party', example: 'US' })
  readonly party: string;

  @Shown({ meaning: 'Its delegations, the first one recorded first.', type: () => DelegationShown, list: true })
  readonly delegations: readonly DelegationShown[];
}

export const showRegister = (party: string, delegations: PartyRegister): RegisterShown => ({ party, delegations });
