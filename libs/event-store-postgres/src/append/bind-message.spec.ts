import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { Client } from 'pg';
import { BindMessage, TYPE } from './bind-message';
import { BoundQuery } from './bound-query';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const message = new BindMessage();

async function readBack(type: string, write: (message: BindMessage) => void): Promise<unknown> {
  const statement = { name: `back-${type}`, text: `SELECT to_json($1::${type})::text`, parameters: 1 };
  const [json] = await client.query(new BoundQuery(statement, message, write)).row;
  return JSON.parse(json ?? 'null');
}

const TEXTS = ['税', '', null, 'a"b\\c{},', '😀', 'x'.repeat(100_000)];
const NUMBERS = [1, -2, null, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 32, -(2 ** 32) - 1];
const BYTES = [Uint8Array.of(0, 255, 92), null, new Uint8Array(0)];
const UUID = '0f8fad5b-d9cb-869f-a165-70867728950e';

describe('a message with parameters', () => {
  it.each<[string, (message: BindMessage) => void, readonly unknown[]]>([
    ['text', (to) => to.array(TYPE.text, TEXTS, (text) => to.text(text)), TEXTS],
    ['bigint', (to) => to.array(TYPE.int8, NUMBERS, (number) => to.int8(number)), NUMBERS],
    ['bytea', (to) => to.array(TYPE.bytea, BYTES, (bytes) => to.bytea(bytes)), ['\\x00ff5c', null, '\\x']],
    ['uuid', (to) => to.array(TYPE.uuid, [UUID], (uuid) => to.uuid(uuid)), [UUID]],
    ['text', (to) => to.array(TYPE.text, [], () => undefined), []],
  ])('brings an array of %s as it was written', async (type, write, items) => {
    expect(await readBack(`${type}[]`, write)).toEqual(items);
  });

  it('brings single values and NULL', async () => {
    expect(await readBack('text', (to) => to.text('税'))).toBe('税');
    expect(await readBack('bigint', (to) => to.int8(-1))).toBe(-1);
    expect(await readBack('uuid', (to) => to.uuid(UUID))).toBe(UUID);
    expect(await readBack('text', (to) => to.text(null))).toBeNull();
  });

  it('leaves the connection fit for the next one after a refusal', async () => {
    const statement = { name: 'divide', text: 'SELECT (1 / $1::bigint)::text', parameters: 1 };
    const divide = (by: number): Promise<unknown> =>
      client.query(new BoundQuery(statement, message, (to) => to.int8(by))).row;
    await expect(divide(0)).rejects.toThrow('division by zero');
    expect(await divide(1)).toEqual(['1']);
    expect(await divide(1)).toEqual(['1']);
  });
});
