import { refuse, type Instant, type PersonId } from '@parley/kernel';
import { delegationRefusals as refusals } from './delegation-refusals.rules';
import type { Delegation, DelegationCommand, DelegationEnded, PartyRegister } from './delegations.rules';

/** A limit above the number of persons who speak for any party. */
const MOST_NOT_OVER = 200;

export const about = (occurredAt: Instant) => ({ occurredAt, rule: 'credentials', tier: 'PARTIES' }) as const;

/** The reason why a person gets no delegation beside those that are not over. */
export function placeBar(
  { delegations }: PartyRegister,
  personId: PersonId,
  replaced: Delegation | undefined,
  at: Instant,
) {
  const others = delegations.filter((each) => !isOver(each, at) && each !== replaced);
  if (others.some((each) => each.personId === personId)) return refuse(refusals.delegatedAlready, '/personId');
  return others.length >= MOST_NOT_OVER ? refuse(refusals.registerFull) : undefined;
}

const isOver = ({ endsAt }: Delegation, at: Instant): boolean => endsAt !== null && endsAt <= at;

/** A delegation that ends before it begins was never in force. */
export const ended = (
  { id, personId, scope, from }: Delegation,
  { by, register: party, receivedAt }: DelegationCommand,
  endsAt: Instant,
  replacedBy: string | null,
): DelegationEnded => ({
  ...about(receivedAt),
  type: 'DelegationEnded',
  data: { delegationId: id, party, personId, scope, from, endsAt, replacedBy, by },
});
