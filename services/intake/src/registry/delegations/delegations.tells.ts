import { intake, tell } from '@parley/contracts';
import { derivedUuid, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import { isOfKeys } from '../keys/party-keys.rules';
import { tellOfKey } from '../keys/party-keys.tells';
import type { RegisterEvent } from './delegations.rules';

/** The id that stands in for a case when others are told of a party's register. */
const registerIdOf = (party: string): string => derivedUuid('register-of-party', party);

/** Tells the guards of all services who speaks for a party. Only the register tells the authority behind it. */
export function tellOfDelegation(recorded: RecordedEvent): readonly PublicEvent[] {
  const event = domainEventOf(recorded) as RegisterEvent;
  if (isOfKeys(event)) return tellOfKey(recorded, event);
  // What one of the two has named is nothing until the other has.
  if (event.type === 'HeadNamed') return [];
  const { data } = event;
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
