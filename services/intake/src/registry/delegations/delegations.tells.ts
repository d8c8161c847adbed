import { intake, tell } from '@parley/contracts';
import { derivedUuid, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { DelegationEvent } from './delegations.rules';

/** What stands in for a case where others are told of a party's register. */
const registerIdOf = (party: string): string => derivedUuid('register-of-party', party);

/** Who speaks for a party, for the guards of all services. Of the authority behind it, the register alone tells. */
export function tellOfDelegation(recorded: RecordedEvent): readonly PublicEvent[] {
  const { data } = domainEventOf(recorded) as DelegationEvent;
  const { party, delegationId, personId, scope, from } = data;
  const caseId = registerIdOf(party);
  const endsAt = 'endsAt' in data ? data.endsAt : '';
  return [
    tell(
      recorded,
      intake.DelegationChangedSchema,
      { caseId, party, delegationId, personId, scope, from, endsAt },
      { subject: caseId },
    ),
  ];
}
