import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  create,
  fromBinary,
  isMessage,
  ScalarType,
  toBinary,
  toJson,
  type DescField,
  type DescMessage,
  type Message,
} from '@bufbuild/protobuf';
import { reflect, type ReflectMessage } from '@bufbuild/protobuf/reflect';
import { WireType } from '@bufbuild/protobuf/wire';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { publicEventSchemas } from './registry';
import { told } from './tell';
import { hasUnknownFields } from './unknown-fields';

const folder = join(__dirname, '../golden');
const fileOf = (schema: DescMessage) => join(folder, `${schema.typeName}.json`);

/** A message with every field set, which shows that all of a version's fields are read back. */
function filled(schema: DescMessage): Message {
  const message = reflect(schema, create(schema));
  for (const field of schema.fields) fill(message, field);
  return message.message;
}

function fill(message: ReflectMessage, field: DescField): void {
  if (field.fieldKind === 'message') message.set(field, reflect(field.message, filled(field.message)));
  else if (field.fieldKind === 'list' && field.listKind === 'message')
    message.get(field).add(reflect(field.message, filled(field.message)));
  else if (field.fieldKind === 'list' && field.listKind === 'scalar') message.get(field).add(`${field.name} 税`);
  else if (field.fieldKind === 'scalar') message.set(field, sample(field));
}

function sample(field: DescField & { fieldKind: 'scalar' }): unknown {
  switch (field.scalar) {
    case ScalarType.BOOL:
      return true;
    case ScalarType.STRING:
      return `${field.name} 税`;
    case ScalarType.INT64:
    case ScalarType.UINT64:
      return BigInt(field.number);
    default:
      return field.number;
  }
}

/** A message and all messages of which it is made. */
function partsOf(schema: DescMessage, message: Message): readonly Message[] {
  const inner = schema.fields.flatMap((field) => {
    const value = message[field.localName as keyof Message] as unknown;
    const parts = (Array.isArray(value) ? value : [value]).filter((part): part is Message => isMessage(part));
    return field.message ? parts.flatMap((part) => partsOf(field.message, part)) : [];
  });
  return [message, ...inner];
}

const at = '2025-02-20T16:00:00.000Z' as Instant;
const TOLD = {
  id: 'm',
  source: '/parley/intake',
  subject: '4f',
  time: at,
  recordedat: at,
  sequence: 0,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
} as const;

/** PARLEY_WRITE_GOLDEN=1 writes the files of new messages. A file that exists is never written again. */
function writeMissing(schema: DescMessage): void {
  mkdirSync(folder, { recursive: true });
  const message = filled(schema);
  const golden = {
    type: schema.typeName,
    bytes: Buffer.from(toBinary(schema, message)).toString('base64'),
    message: toJson(schema, message),
  };
  writeFileSync(fileOf(schema), `${JSON.stringify(golden, null, 2)}\n`);
}

describe('golden files', () => {
  if (process.env['PARLEY_WRITE_GOLDEN'] === '1')
    publicEventSchemas.filter((schema) => !existsSync(fileOf(schema))).forEach(writeMissing);

  it('are there for every public event, and for no other', () => {
    const golden = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
    expect(golden.sort()).toEqual(publicEventSchemas.map(({ typeName }) => typeName).sort());
  });

  it.each(publicEventSchemas.map((schema) => [schema.typeName, schema] as const))(
    '%s as it was first written is still read',
    (_name, schema) => {
      const golden = JSON.parse(readFileSync(fileOf(schema), 'utf8')) as { bytes: string; message: object };
      const message = fromBinary(schema, Buffer.from(golden.bytes, 'base64'));
      expect(toJson(schema, message)).toMatchObject(golden.message);
    },
  );

  it.each(publicEventSchemas.map((schema) => [schema.typeName, schema] as const))(
    '%s is still read as a later version tells it, with fields of its own in every part',
    (_name, schema) => {
      const golden = JSON.parse(readFileSync(fileOf(schema), 'utf8')) as { bytes: string; message: object };
      const later = fromBinary(schema, Buffer.from(golden.bytes, 'base64'));
      for (const part of partsOf(schema, later))
        part.$unknown = [{ no: 1_000, wireType: WireType.LengthDelimited, data: Buffer.from([1, 0x78]) }];
      const event: PublicEvent = { ...TOLD, type: schema.typeName, data: toBinary(schema, later) };
      const read = told(event, schema)!;
      expect(toJson(schema, read)).toMatchObject(golden.message);
      expect([
        hasUnknownFields(schema, read),
        hasUnknownFields(schema, fromBinary(schema, Buffer.from(golden.bytes, 'base64'))),
      ]).toEqual([true, false]);
      const innermost = partsOf(schema, read).at(-1)!;
      for (const part of partsOf(schema, read)) if (part !== innermost) delete part.$unknown;
      expect(hasUnknownFields(schema, read)).toBe(true);
    },
  );
});
