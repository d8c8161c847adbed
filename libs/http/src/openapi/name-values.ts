import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { FORMAT_EXAMPLES, SHOWN_KINDS } from '../fields/shown-kind';

interface Schema {
  readonly type?: unknown;
  readonly description?: string;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  example?: unknown;
  readonly properties?: Record<string, Schema>;
}

const formatted = (format: string, description: string): object => ({
  description,
  type: 'string',
  format,
  example: FORMAT_EXAMPLES[format],
});

/** The values that most answers show, each with the name of its schema. */
const VALUES: Readonly<Record<string, object>> = {
  Digest: { description: 'SHA-256 in hexadecimal.', type: 'string', ...SHOWN_KINDS.digest },
  PartyCode: { description: 'Code of a party.', type: 'string', ...SHOWN_KINDS.party },
  PersonId: { description: 'Pseudonym of a person, as in a token.', type: 'string', ...SHOWN_KINDS.person },
  DocketNumber: { description: 'Number of a case on the docket.', type: 'string', ...SHOWN_KINDS.docketNumber },
  Instant: formatted('date-time', 'An instant (UTC).'),
  Day: formatted('date', 'A day without a zone.'),
  Uuid: formatted('uuid', 'An id.'),
};

/**
 * Refers to the schema of its value wherever a field is one of these, or `null`, and nothing more. A field keeps an
 * example of its own. That an instant is one of UTC is said by its schema.
 */
export function nameValues(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const forms = Object.entries(VALUES).map(([name, { description: _, example, ...form }]: [string, Schema]) => ({
    name,
    example,
    form,
  }));
  for (const { properties = {} } of Object.values(schemas))
    for (const [field, { description, example, ...form }] of Object.entries(properties)) {
      const nullable = isDeepStrictEqual(form.type, ['string', 'null']);
      const plain = nullable ? { ...form, type: 'string' } : form;
      const value = forms.find((known) => isDeepStrictEqual(known.form, plain));
      if (!value) continue;
      schemas[value.name] ??= VALUES[value.name] as Schema;
      const named = { $ref: `#/components/schemas/${value.name}` };
      properties[field] = {
        ...(nullable ? { anyOf: [named, { type: 'null' }] } : named),
        description: value.name === 'Instant' ? description?.replace(' (UTC)', '') : description,
        ...(isDeepStrictEqual(example, value.example) ? {} : { example }),
      } as Schema;
    }
}

/** Leaves out of every field the example that those of its parts make up, or that is the first of its values. */
export function omitMadeUpExamples(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const exampleOf = ({ example, $ref }: Schema): unknown => example ?? schemas[nameIn($ref)]?.example;
  for (const { properties = {} } of Object.values(schemas))
    for (const field of Object.values(properties)) {
      if (field.enum?.[0] === field.example) delete field.example;
      const [part, ...others] = field.allOf ?? [];
      const parts = others.length === 0 ? schemas[nameIn(part?.$ref)]?.properties : undefined;
      if (!parts || typeof field.example !== 'object' || field.example === null) continue;
      const given = Object.entries(field.example);
      if (given.every(([name, value]) => isDeepStrictEqual(value, exampleOf(parts[name] ?? {})))) delete field.example;
    }
}

const nameIn = (reference = ''): string => reference.replace('#/components/schemas/', '');
