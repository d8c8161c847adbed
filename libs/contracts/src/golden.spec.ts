import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, fromBinary, toBinary, toJson, type DescField, type DescMessage, type Message } from '@bufbuild/protobuf';
import { reflect, type ReflectMessage } from '@bufbuild/protobuf/reflect';
import { publicEventSchemas } from './registry';

const folder = join(__dirname, '../golden');
const fileOf = (schema: DescMessage) => join(folder, `${schema.typeName}.json`);

/** A message with every field set: a version's fields can be seen to be all read back. */
function filled(schema: DescMessage): Message {
  const message = reflect(schema, create(schema));
  for (const field of schema.fields) fill(message, field);
  return message.message;
}

function fill(message: ReflectMessage, field: DescField): void {
  if (field.fieldKind === 'message') message.set(field, reflect(field.message, filled(field.message)));
  else if (field.fieldKind === 'list' && field.listKind === 'message') message.get(field).add(reflect(field.message, filled(field.message)));
  else if (field.fieldKind === 'list' && field.listKind === 'scalar') message.get(field).add(`${field.name} 税`);
  else if (field.fieldKind === 'scalar') message.set(field, sample(field));
}

function sample(field: DescField & { fieldKind: 'scalar' }): unknown {
  const value = create(field.parent)[field.localName as keyof Message] as unknown;
  if (typeof value === 'boolean') return true;
  if (typeof value === 'bigint') return BigInt(field.number);
  return typeof value === 'number' ? field.number : `${field.name} 税`;
}

/** To write the files of new messages: PARLEY_WRITE_GOLDEN=1. A file that exists is never written again. */
function writeMissing(schema: DescMessage): void {
  mkdirSync(folder, { recursive: true });
  const message = filled(schema);
  const golden = { type: schema.typeName, bytes: Buffer.from(toBinary(schema, message)).toString('base64'), message: toJson(schema, message) };
  writeFileSync(fileOf(schema), `${JSON.stringify(golden, null, 2)}\n`);
}

describe('golden files', () => {
  if (process.env['PARLEY_WRITE_GOLDEN'] === '1') publicEventSchemas.filter((schema) => !existsSync(fileOf(schema))).forEach(writeMissing);

  it.each(publicEventSchemas.map((schema) => [schema.typeName, schema] as const))('%s as it was first written is still read', (_name, schema) => {
    const golden = JSON.parse(readFileSync(fileOf(schema), 'utf8')) as { bytes: string; message: object };
    const message = fromBinary(schema, Buffer.from(golden.bytes, 'base64'));
    expect(toJson(schema, message)).toMatchObject(golden.message);
  });
});
