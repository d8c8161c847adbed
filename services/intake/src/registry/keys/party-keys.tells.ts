import { intake, tell } from '@parley/contracts';
import { derivedUuid, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { KeyEvent } from './party-keys.rules';

/** The id that stands in for a case in what is told of a side's keys. */
export const keysIdOf = (party: string): string => derivedUuid('keys-of-party', party);

/** Tells everybody of a key of a side, and until when it signs. Only the register tells the authority behind it. */
export function tellOfKey(recorded: RecordedEvent, { type, data, occurredAt: at }: KeyEvent): readonly PublicEvent[] {
  const { party, thumbprint, key, from } = data;
  const caseId = keysIdOf(party);
  const y = key.kty === 'EC' ? key.y : '';
  const said = { caseId, party, thumbprint, kty: key.kty, crv: key.crv, x: key.x, y, from, at };
  const more =
    type === 'KeyRegistered'
      ? { status: 'registered', signedBy: data.signedBy ?? '' }
      : { status: data.status, endsAt: data.endsAt };
  return [tell(recorded, intake.PartyKeyRecordedSchema, { ...said, ...more }, { subject: caseId })];
}
