import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { FORMAT_EXAMPLES, SHOWN_KINDS } from '../fields/shown-kind';

interface Schema {
  readonly type?: unknown;
  readonly description?: string;
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

/** Refers to the schema of its value wherever a field is one of these, or `null`, and nothing more. */
export function nameValues(document: OpenAPIObject): void {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const forms = Object.entries(VALUES).map(([name, { description: _, ...form }]: [string, Schema]) => ({ name, form }));
  for (const { properties = {} } of Object.values(schemas))
    for (const [field, { description, ...form }] of Object.entries(properties)) {
      const nullable = isDeepStrictEqual(form.type, ['string', 'null']);
      const plain = nullable ? { ...form, type: 'string' } : form;
      const value = forms.find((known) => isDeepStrictEqual(known.form, plain));
      if (!value) continue;
      schemas[value.name] ??= VALUES[value.name] as Schema;
      const named = { $ref: `#/components/schemas/${value.name}` };
      properties[field] = { ...(nullable ? { anyOf: [named, { type: 'null' }] } : named), description } as Schema;
    }
}
