import type { OpenAPIObject } from '@nestjs/swagger';
import { TEXT_LENGTH_EXTENSION } from '../fields/texts.field';

interface Schema {
  readonly properties?: Record<string, Schema>;
  readonly items?: object;
  readonly [TEXT_LENGTH_EXTENSION]?: number;
}

/** Names, for each length that the texts of a list may have, the text of that length: `AuthoredTextUpTo500`. */
export function describeTexts(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  for (const { properties = {} } of Object.values(schemas)) {
    for (const [name, { [TEXT_LENGTH_EXTENSION]: maxLength, items, ...list }] of Object.entries(properties)) {
      if (maxLength === undefined || !items) continue;
      const named = `AuthoredTextUpTo${String(maxLength)}`;
      schemas[named] = textOf(maxLength, items);
      properties[name] = { ...list, items: { $ref: `#/components/schemas/${named}` } };
    }
  }
}

const textOf = (maxLength: number, any: object): object => ({
  description: `A text in one language, of ${String(maxLength)} characters at most.`,
  allOf: [
    any,
    {
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
    },
  ],
});
