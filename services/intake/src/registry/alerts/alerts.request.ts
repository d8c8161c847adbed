import { EnumField, EnumListField, TextField } from '@parley/http';
import { CHANNEL_KINDS, type ChannelKind } from '@parley/kernel';
import { ALERT_WANTS, type AlertWant } from './alerts.rules';

export class AlertsRequest {
  @EnumField({
    meaning: 'Kind of the channel: mail, a signed webhook, or the log where the system is tried.',
    example: 'mail',
    values: CHANNEL_KINDS,
  })
  readonly kind: ChannelKind;

  @TextField({
    meaning: 'Where it leads: an address of mail, an https URL, or a name for the log.',
    example: 'officer@ministry.example',
    max: 500,
  })
  readonly address: string;

  @EnumListField({
    meaning:
      '`due`: once a day at 08:00 of the seat, when something is due from you by the end of the next working day of ' +
      'your side. `served`: when something was served on your side.',
    example: ['due'],
    min: 1,
    max: ALERT_WANTS.length,
    unique: true,
    values: ALERT_WANTS,
  })
  readonly wants: readonly AlertWant[];
}

export class AlertsProofRequest {
  @TextField({
    meaning: 'The code that was sent to the address. Case, spaces and hyphens do not matter.',
    example: 'K7QF-0D3M-A1ZC-9TRW',
    max: 40,
  })
  readonly code: string;
}
