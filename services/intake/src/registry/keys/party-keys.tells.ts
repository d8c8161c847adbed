import { intake, tell } from '@parley/contracts';
import { keysSubjectOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import { asRecorded } from './keys-on-record';
import type { KeyEvent } from './party-keys.rules';

/**
 * Tells everybody of a key of a side or of one of its persons, and until when it signs. Only the register tells the
 * authority behind it.
 */
export function tellOfKey(recorded: RecordedEvent, event: KeyEvent): readonly PublicEvent[] {
  const { type, data, occurredAt: at } = asRecorded(event, recorded);
  const { party, thumbprint, key, from, personId, credentialId } = data;
  const caseId = keysSubjectOf(party);
  const y = key.kty === 'EC' ? key.y : '';
  const whose = { personId: personId ?? '', credentialId: credentialId ?? '' };
  const said = { caseId, party, thumbprint, kty: key.kty, crv: key.crv, x: key.x, y, from, at, ...whose };
  const more =
    type === 'KeyRegistered'
      ? { status: 'registered', signedBy: data.signedBy ?? '', requiredFrom: data.requiredFrom ?? '' }
      : { status: data.status, endsAt: data.endsAt };
  return [tell(recorded, intake.PartyKeyRecordedSchema, { ...said, ...more }, { subject: caseId })];
}
