import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import type { Webhooks } from '@parley/kernel';
import type { Delivery } from './deliveries.table';
import type { Receiver } from './receivers.table';
import { DELIVERY_STATES, OPENING, RECEIVER_STATES, WHY } from './webhooks.rules';

@ApiSchema({ description: 'A receiver, as the officers of its side and role see it.' })
export class WebhookShown {
  @Shown({ meaning: 'Id of the receiver.', format: 'uuid', example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10' })
  readonly id: string;

  @Shown({ meaning: 'Where it leads.', example: 'https://hooks.ministry.example/parley', max: 500 })
  readonly url: string;

  @Shown({ meaning: 'The role in which it reads.', values: OPENING.as })
  readonly role: string;

  @Shown({ meaning: 'Who opened it, and as whom it reads.', example: 'us-desk', kind: 'word' })
  readonly personId: string;

  @Shown({ meaning: 'What it is read for.', example: 'Keeping our case system up to date', max: 200 })
  readonly purpose: string;

  @Shown({ meaning: 'When it was opened (UTC).', format: 'date-time' })
  readonly openedAt: string;

  @Shown({ meaning: 'When it stops, unless that person replays it before (UTC).', format: 'date-time' })
  readonly validUntil: string;

  @Shown({
    meaning: 'Whether it is told of events; paused and stopped ones wait for a replay.',
    values: RECEIVER_STATES,
  })
  readonly state: string;

  @Shown({ meaning: 'Why it is not told; `null` while it is.', values: WHY, nullable: true })
  readonly why: string | null;

  @Shown({ meaning: 'When what it did not take is tried again (UTC).', format: 'date-time', nullable: true })
  readonly nextTryAt: string | null;

  @Shown({
    meaning: 'What to verify `v1` by (Standard Webhooks); `null` where no host is permitted any more.',
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    max: 100,
    nullable: true,
  })
  readonly secret: string | null;

  @Shown({
    meaning: 'What to verify `v1a` by: that of `/v1/keys`, as Standard Webhooks write it.',
    example: 'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
    max: 100,
    nullable: true,
  })
  readonly publicKey: string | null;
}

export const showWebhook = (receiver: Receiver, webhooks: Webhooks | undefined): WebhookShown => {
  const { receiverId: id, url, role, personId, purpose, openedAt, validUntil, state, why, nextTryAt } = receiver;
  return {
    ...{ id, url, role, personId, purpose, openedAt, validUntil, state, why, nextTryAt },
    secret: webhooks?.secretOf(id) ?? null,
    publicKey: webhooks?.publicKey ?? null,
  };
};

@ApiSchema({ description: 'A message to a receiver.' })
export class WebhookDeliveryShown {
  @Shown({
    meaning: 'Its `webhook-id`, the same at each try.',
    format: 'uuid',
    example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10',
  })
  readonly id: string;

  @Shown({
    meaning: 'The event of which it tells.',
    format: 'uuid',
    example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10',
  })
  readonly eventId: string;

  @Shown({ meaning: 'Type of that event.', example: 'ReplyFiled', kind: 'word' })
  readonly type: string;

  @Shown({ meaning: 'What became of it; it is withheld once its reader may not read it.', values: DELIVERY_STATES })
  readonly state: string;

  @Shown({ meaning: 'How often it was tried.', example: 1 })
  readonly tries: number;

  @Shown({ meaning: 'What the receiver answered last; `null` before.', example: '200', max: 60, nullable: true })
  readonly answer: string | null;

  @Shown({ meaning: 'The last try (UTC).', format: 'date-time' })
  readonly at: string;
}

export const showDelivery = ({ messageId: id, ...delivery }: Delivery): WebhookDeliveryShown => {
  const { eventId, type, state, tries, answer, at } = delivery;
  return { id, eventId, type, state, tries, answer, at };
};
