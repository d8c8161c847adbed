import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import { CHANNEL_KINDS } from '@parley/kernel';
import type { WatchChannels } from '../watch-lists/watch-channels.table';
import { ALERT_WANTS, type ChosenAlert, type WaitingAlert } from './alerts.rules';

@ApiSchema({ description: 'An alert that was sent or waits.' })
export class SentAlertShown {
  @Shown({ meaning: 'For what it is: what was chosen, or the code of an address.', values: [...ALERT_WANTS, 'proof'] })
  readonly kind: string;

  @Shown({ meaning: 'When it was made (UTC).', format: 'date-time' })
  readonly at: string;

  @Shown({ meaning: 'Whether the channel took it, or it was given up.', values: ['waiting', 'taken', 'given-up'] })
  readonly state: string;

  @Shown({ meaning: 'How often it was tried.', example: 1 })
  readonly tries: number;

  @Shown({ meaning: 'What the channel answered last; `null` before.', example: '250', max: 60, nullable: true })
  readonly answer: string | null;
}

@ApiSchema({ description: 'What the caller chose to be told outside the system.' })
export class AlertsShown {
  @Shown({ meaning: 'Kind of the channel; `null` where none is chosen.', values: CHANNEL_KINDS, nullable: true })
  readonly kind: string | null;

  @Shown({ meaning: 'Where it leads.', example: 'officer@ministry.example', max: 500, nullable: true })
  readonly address: string | null;

  @Shown({ meaning: 'Of what the person is told.', values: ALERT_WANTS, list: true })
  readonly wants: readonly string[];

  @Shown({ meaning: 'Whether the address is confirmed; before that it gets its code and nothing else.', example: true })
  readonly confirmed: boolean;

  @Shown({ meaning: 'When it ends unless you choose anew (UTC).', format: 'date-time', nullable: true })
  readonly validUntil: string | null;

  @Shown({
    meaning: 'What to verify the alerts of a webhook by (Standard Webhooks); `null` for other channels.',
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    max: 100,
    nullable: true,
  })
  readonly secret: string | null;

  @Shown({
    meaning: 'What was sent or waits, the last 20 of the last 30 days; the last one first.',
    type: () => SentAlertShown,
    list: true,
  })
  readonly sent: readonly SentAlertShown[];
}

export const showAlerts = (
  alert: ChosenAlert | undefined,
  sent: readonly WaitingAlert[],
  channels: Pick<WatchChannels, 'secretOf'>,
): AlertsShown => ({
  kind: alert?.kind ?? null,
  address: alert?.address ?? null,
  wants: alert?.wants ?? [],
  confirmed: alert?.proven ?? false,
  validUntil: alert?.validUntil ?? null,
  secret: alert ? channels.secretOf(alert.kind, alert.channelId) : null,
  sent: sent.map(({ kind, madeAt: at, state, tries, answer }) => ({ kind, at, state, tries, answer })),
});
