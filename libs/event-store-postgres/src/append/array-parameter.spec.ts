import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { Client } from 'pg';
import { byteaArray, int4Array, int8Array, textArray, uuidArray } from './array-parameter';

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

const readBack = async (type: string, parameter: Buffer): Promise<unknown> =>
  (await client.query<{ items: unknown }>(`SELECT to_json($1::${type}[]) AS items`, [parameter])).rows[0]?.items;

describe('an array parameter', () => {
  it.each<[string, Buffer, readonly unknown[]]>([
    ['text', textArray(['税', '', null, 'a"b\\c{},', '😀']), ['税', '', null, 'a"b\\c{},', '😀']],
    ['text', textArray([]), []],
    ['bytea', byteaArray([Uint8Array.of(0, 255, 92), null, new Uint8Array(0)]), ['\\x00ff5c', null, '\\x']],
    ['uuid', uuidArray(['0f8fad5b-d9cb-869f-a165-70867728950e']), ['0f8fad5b-d9cb-869f-a165-70867728950e']],
    ['integer', int4Array([1, -2, 2_147_483_647]), [1, -2, 2_147_483_647]],
    ['bigint', int8Array([-3, Number.MAX_SAFE_INTEGER]), [-3, Number.MAX_SAFE_INTEGER]],
  ])('of %s arrives as it was sent', async (type, parameter, items) => {
    expect(await readBack(type, parameter)).toEqual(items);
  });
});
