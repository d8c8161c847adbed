import { resolved, type ApiDocument, type Schema } from './api-document';

/** Every place where an answer differs from its schema: in a type, a form, a limit, a missing or an unknown field. */
export function answerFaults(document: ApiDocument, open: Schema, value: unknown, at = ''): readonly string[] {
  if (open.anyOf)
    return open.anyOf.some((one) => answerFaults(document, one, value, at).length === 0)
      ? []
      : [`${at}: none of what it may be`];
  const schema = resolved(document, open);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  if (types.length > 0 && !types.some((type) => isOf(type, value)))
    return [`${at}: ${JSON.stringify(value)} is no ${types.join(' or ')}`];
  if (typeof value === 'string') return textFaults(schema, value, at);
  if (Array.isArray(value))
    return schema.items
      ? value.flatMap((entry, index) => answerFaults(document, schema.items ?? {}, entry, `${at}/${String(index)}`))
      : [];
  if (typeof value !== 'object' || value === null || !schema.properties || schema.additionalProperties) return [];
  const { properties, required = [] } = schema;
  return [
    ...required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${at}/${name}: missing`),
    ...Object.entries(value).flatMap(([name, field]) =>
      properties[name] ? answerFaults(document, properties[name], field, `${at}/${name}`) : [`${at}/${name}: unknown`],
    ),
  ];
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

const textFaults = ({ pattern, maxLength, enum: words }: Schema, text: string, at: string): readonly string[] => [
  ...(pattern !== undefined && !new RegExp(pattern, 'u').test(text)
    ? [`${at}: ${text} is not of the form ${pattern}`]
    : []),
  ...(maxLength !== undefined && Array.from(text).length > maxLength
    ? [`${at}: longer than ${String(maxLength)}`]
    : []),
  ...(words && !words.includes(text) ? [`${at}: ${text} is none of ${words.join()}`] : []),
];
