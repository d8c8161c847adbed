import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import { DELEGATION_SCOPES, NAMING_OFFICES, type PartyRegister } from './delegations.rules';

@ApiSchema({ description: 'That somebody speaks for a party.' })
export class DelegationShown {
  @Shown({ meaning: 'Id of the delegation: the one in the envelope of what the person does under it.', format: 'uuid' })
  readonly id: string;

  @Shown({ meaning: 'Person who speaks for the party.', kind: 'person', example: 'us-desk-2' })
  readonly personId: string;

  @Shown({
    meaning: 'Whether the person heads the delegation, or in which office it acts.',
    values: DELEGATION_SCOPES,
    example: 'desk',
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

@ApiSchema({ description: 'A head whom one of the two has named, and the other has not.' })
class NamedHeadShown {
  @Shown({ meaning: 'Office of who named the head; the other of the two has the turn.', values: NAMING_OFFICES })
  readonly office: string;

  @Shown({ meaning: 'Who named the head.', kind: 'person', example: 'us-cohead' })
  readonly by: string;

  @Shown({ meaning: 'The head whom it named.', kind: 'person', example: 'us-desk' })
  readonly personId: string;

  @Shown({ meaning: 'Instrument behind it.', example: 'Letter of 3 February 2025', max: 500 })
  readonly authority: string;

  @Shown({ meaning: 'Delegation of the head who is lost; `null` for the first.', format: 'uuid', nullable: true })
  readonly replaces: string | null;
}

@ApiSchema({ description: 'Who speaks and who spoke for a party.' })
export class RegisterShown {
  @Shown({ meaning: 'Code of the party.', kind: 'party', example: 'US' })
  readonly party: string;

  @Shown({ meaning: 'Its delegations, the first one recorded first.', type: () => DelegationShown, list: true })
  readonly delegations: readonly DelegationShown[];

  @Shown({
    meaning: 'What the co-head or the registry officer of that side has named, until the other names the same.',
    type: () => NamedHeadShown,
    list: true,
  })
  readonly named: readonly NamedHeadShown[];
}

export const showRegister = (party: string, { delegations, named }: PartyRegister): RegisterShown => ({
  party,
  delegations,
  named,
});
