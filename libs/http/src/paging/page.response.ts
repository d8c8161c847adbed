import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import { Shown } from '../fields/shown.decorator';

@ApiSchema({ description: 'Up to where in the record a list has seen.' })
export class AsOfShown {
  @Shown({
    meaning: 'Opaque position. It cannot be compared, but a list can wait for the `Parley-Position` of a write.',
    example: 'x8Kd…',
    max: 500,
  })
  readonly position: string;

  @Shown({
    meaning: 'When the last event seen was recorded; `null` where that is not said.',
    format: 'date-time',
    nullable: true,
  })
  readonly recordedAt: string | null;
}

@ApiSchema({ description: 'What every list shows beside its items.' })
export class ListEndShown {
  @Shown({ meaning: 'Cursor of the next page; `null` at the end.', example: 'q1Yp…', max: 2_000, nullable: true })
  readonly next: string | null;

  @Shown({
    meaning: 'Up to where the list has seen; `null` where it is the record itself.',
    type: () => AsOfShown,
    nullable: true,
  })
  readonly asOf: AsOfShown | null;
}

/** A list, or one page of it. */
export interface PageShown<Item> extends ListEndShown {
  readonly items: readonly Item[];
}

/** Declares a route that answers with a list of a class, whole or page by page, for the API's document. */
export const ShownList =
  (item: () => Type, meaning: string): MethodDecorator =>
  (target, property, descriptor) => {
    const model = item();
    const items = { type: 'array', description: 'The entries.', items: { $ref: getSchemaPath(model) } };
    applyDecorators(
      ApiExtraModels(model, ListEndShown),
      ApiOkResponse({
        description: meaning,
        schema: {
          allOf: [
            { $ref: getSchemaPath(ListEndShown) },
            { type: 'object', required: ['items'], properties: { items } },
          ],
        },
      }),
    )(target, property, descriptor);
  };
