import { createServiceDatabase, type ServiceDatabase } from './testing';
import { upsertRows } from './upsert-rows';

interface Line {
  readonly id: string;
  readonly subject: string | null;
  readonly due: string;
  readonly claims: unknown;
}

describe('an upsert of many rows', () => {
  let database: ServiceDatabase;
  beforeEach(async () => {
    database = await createServiceDatabase('intake');
    await database.dataSource.query(
      'CREATE TABLE intake.line (id text PRIMARY KEY, subject text, due timestamptz NOT NULL, claims jsonb NOT NULL)',
    );
  });
  afterEach(() => database.drop());

  const due = '2025-02-05T08:00:00.000Z';
  const write = (...rows: readonly Line[]) =>
    upsertRows<Line>(
      database.dataSource.manager,
      {
        table: 'intake.line',
        key: ['id'],
        columns: { id: 'text', subject: 'text', due: 'timestamptz', claims: 'jsonb' },
      },
      rows,
    );
  const read = (): Promise<Line[]> =>
    database.dataSource.query('SELECT id, subject, claims FROM intake.line ORDER BY id');

  it('keeps null, quotes, other scripts and JSON as they were', async () => {
    const lines = [
      { id: 'a', subject: null, claims: [{ measure: '税 "{}", \\' }] },
      { id: 'b', subject: 'NULL', claims: {} },
    ];
    await write(...lines.map((line) => ({ ...line, due })));
    expect(await read()).toEqual(lines);
  });

  it('keeps the text of json letter by letter, what jsonb refuses too, and null', async () => {
    await database.dataSource.query('CREATE TABLE intake.told (id text PRIMARY KEY, said json)');
    const said = ['{"b": "\\u0000 \\ud800",\n "b":[1.00]}', '"税"', null];
    await upsertRows(
      database.dataSource.manager,
      { table: 'intake.told', key: ['id'], columns: { id: 'text', said: 'json' } },
      said.map((text, index) => ({ id: String(index), said: text })),
    );
    const rows: unknown = await database.dataSource.query('SELECT said::text FROM intake.told ORDER BY id');
    expect(rows).toEqual(said.map((text) => ({ said: text })));
  });

  it('lets the last of rows with one key stand, over batches too', async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => ({
      id: `c${n % 1_200}`,
      subject: String(n),
      due,
      claims: [],
    }));
    await write(...many);
    await write({ id: 'c0', subject: 'later', due, claims: [] });
    const rows = await read();
    expect(rows).toHaveLength(1_200);
    expect(rows.find(({ id }) => id === 'c0')?.subject).toBe('later');
    expect(rows.find(({ id }) => id === 'c1')?.subject).toBe('2401');
  });

  it('writes nothing for no rows', async () => {
    await write();
    expect(await read()).toEqual([]);
  });
});
