import type { OpenAPIObject } from '@nestjs/swagger';
import { TEXT_LENGTH_EXTENSION } from '../fields/texts.field';

interface Schema {
  readonly properties?: Record<string, Schema>;
  readonly items?: object;
  readonly [TEXT_LENGTH_EXTENSION]?: number;
}

/** Writes the length that each text of a list may have beside the reference to the schema of every text. */
export function describeTexts(document: OpenAPIObject): void {
  for (const { properties = {} } of Object.values((document.components?.schemas ?? {}) as Record<string, Schema>)) {
    for (const [name, { [TEXT_LENGTH_EXTENSION]: maxLength, items, ...list }] of Object.entries(properties)) {
      if (maxLength !== undefined && items)
        properties[name] = { ...list, items: { allOf: [items, textOf(maxLength)] } };
    }
  }
}

const textOf = (maxLength: number): object => ({
  type: 'object',
  properties: {
    text: {
      type: 'string',
      description: 'The text itself, as it was written.',
      example: 'The duty applies from 4 February 2025.',
      minLength: 1,
      maxLength,
    },
  },
});
