import { EnumField, TextField, UuidField } from '@parley/http';
import type { Role } from '@parley/kernel';
import { OPENING } from './webhooks.rules';

export class WebhookRequest {
  @TextField({
    meaning: 'Where events are pushed: an https URL of a host that the operator permits.',
    example: 'https://hooks.ministry.example/parley',
    max: 500,
  })
  readonly url: string;

  @EnumField({ meaning: 'Your role in which it reads.', example: 'desk', values: OPENING.as })
  readonly role: Role;

  @TextField({
    meaning: 'What it is read for; in the log of reads beside each case and tier that is told of (I-40).',
    example: 'Keeping our case system up to date',
    max: 200,
    pattern: /^[\x20-\x7e]+$/,
  })
  readonly purpose: string;
}

export class WebhookReplayRequest {
  @UuidField({
    meaning: 'The `webhook-id` with which to begin again. Without it the receiver goes on where it stopped.',
    example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10',
    optional: true,
  })
  readonly from?: string;
}
