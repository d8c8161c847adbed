import { Sha256Field, TextField } from '../fields/field-decorators';
import { TextsField, type AuthoredText } from '../fields/texts.field';

const NAME = /^[a-z][a-z0-9-]{0,49}$/;

export class ReplayRequest {
  @TextField({ meaning: 'Service that could not handle the messages.', example: 'audit', max: 50, pattern: NAME })
  readonly service: string;

  @TextField({ meaning: 'Consumer within the service.', example: 'docket', max: 50, pattern: NAME })
  readonly consumer: string;

  @TextField({
    meaning: 'Only messages with this key; all of the consumer when left out.',
    example: 'intake/5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11',
    max: 200,
    optional: true,
  })
  readonly key?: string;
}

export class DismissalRequest {
  @TextField({ meaning: 'Service in which the message is parked.', example: 'audit', max: 50, pattern: NAME })
  readonly service: string;

  @TextField({ meaning: 'The `work` in which it is parked.', example: 'docket', max: 50, pattern: NAME })
  readonly work: string;

  @TextField({ meaning: 'Id of the message.', example: '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10', max: 500 })
  readonly id: string;

  @Sha256Field({
    meaning: 'Digest of what is kept of the message, as the operations show it.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: string;

  @TextsField({
    meaning: 'Why it is not to be worked on. Both parties read it.',
    example: [{ lang: 'en', text: 'Bytes of a stranger in the topic.', kind: 'original' }],
    max: 2_000,
    multiline: true,
  })
  readonly reason: readonly AuthoredText[];
}

export class RebuildRequest {
  @TextField({ meaning: 'Service that the read model belongs to.', example: 'audit', max: 50, pattern: NAME })
  readonly service: string;

  @TextField({ meaning: 'Name of its projection.', example: 'docket', max: 50, pattern: NAME })
  readonly projection: string;
}
