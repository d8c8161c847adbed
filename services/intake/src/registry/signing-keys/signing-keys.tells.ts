import { intake, SIGNING_KEYS, tell } from '@parley/contracts';
import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { SigningKeyTaken } from './signing-keys.rules';

/** Tells everybody by which key the registry signs from now on. */
export function tellOfSigningKey(recorded: RecordedEvent): readonly PublicEvent[] {
  const { thumbprint, x, from, signature } = (domainEventOf(recorded) as SigningKeyTaken).data;
  const said = { caseId: SIGNING_KEYS, thumbprint, x, from: from ?? '', signature: signature ?? '' };
  return [tell(recorded, intake.SigningKeyTakenSchema, said, { subject: SIGNING_KEYS })];
}
