import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import { Shown } from '../fields/shown.decorator';

/** Up to where in the record a list has seen. */
export class AsOfShown {
  @Shown({
    meaning: 'Opaque position. It cannot be compared, but a list can wait for the `Parley-Position` of a write.',
    example: 'x8Kd…',
    max: 500,
  })
  readonly position: string;

  @Shown({
    meaning: 'When the last event seen was recorded; `null` before the first.',
    format: 'date-time',
    nullable: true,
  })
  readonly recordedAt: string | null;
}

/** What every page of a list shows beside its items. */
export class PageEndShown {
  @Shown({ meaning: 'Cursor of the next page; `null` at the end.', example: 'q1Yp…', max: 2_000, nullable: true })
  readonly next: string | null;

  @Shown({ meaning: 'Up to where in the record the list has seen.' })
  readonly asOf: AsOfShown;
}

/** One page of a list. */
export interface PageShown<Item> extends PageEndShown {
  readonly items: readonly Item[];
}

/** Declares a route that answers with a page of a class, for the API's document. */
export const ShownPage =
  (item: () => Type, meaning: string): MethodDecorator =>
  (target, property, descriptor) => {
    const model = item();
    const items = { type: 'array', description: 'The entries.', items: { $ref: getSchemaPath(model) } };
    applyDecorators(
      ApiExtraModels(model, PageEndShown),
      ApiOkResponse({
        description: meaning,
        schema: {
          allOf: [
            { $ref: getSchemaPath(PageEndShown) },
            { type: 'object', required: ['items'], properties: { items } },
          ],
        },
      }),
    )(target, property, descriptor);
  };
