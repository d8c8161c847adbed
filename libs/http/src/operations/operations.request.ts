import { TextField } from '../fields/field-decorators';

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

export class RebuildRequest {
  @TextField({ meaning: 'Service that the read model belongs to.', example: 'audit', max: 50, pattern: NAME })
  readonly service: string;

  @TextField({ meaning: 'Name of its projection.', example: 'docket', max: 50, pattern: NAME })
  readonly projection: string;
}
