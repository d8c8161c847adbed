import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** One page of a list. */
export interface PageShown<Item> {
  readonly items: readonly Item[];
  /** Cursor of the next page; `null` at the end. */
  readonly next: string | null;
  /** The place in the record up to which the list has seen. */
  readonly asOf: {
    /** Sealed. It cannot be compared, but a list can wait for a write's `Parley-Position`. */
    readonly position: string;
    /** When the last event seen was recorded; `null` before the first. */
    readonly recordedAt: string | null;
  };
}

/** Declares a route that answers with a page of a class, for the API's document. */
export const ShownPage =
  (item: () => Type, meaning: string): MethodDecorator =>
  (target, property, descriptor) => {
    const model = item();
    applyDecorators(
      ApiExtraModels(model),
      ApiOkResponse({
        description: meaning,
        schema: {
          type: 'object',
          required: ['items', 'next', 'asOf'],
          properties: {
            items: { type: 'array', items: { $ref: getSchemaPath(model) } },
            next: { type: 'string', nullable: true, description: 'Cursor of the next page; null at the end.' },
            asOf: {
              type: 'object',
              description: 'Up to where in the record the list has seen.',
              required: ['position', 'recordedAt'],
              properties: {
                position: { type: 'string', description: 'Opaque position.' },
                recordedAt: {
                  type: 'string',
                  format: 'date-time',
                  nullable: true,
                  description: 'When the last event seen was recorded (UTC).',
                },
              },
            },
          },
        },
      }),
    )(target, property, descriptor);
  };
