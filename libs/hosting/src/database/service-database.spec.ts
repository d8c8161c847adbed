import { createTestDatabase, type TestDatabase } from '@parley/testing';
import { openServiceDatabase } from './service-database';

describe('the connection of a service to its database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('ends a statement that takes too long, and a transaction that stands still', async () => {
    const dataSource = await openServiceDatabase({ context: 'intake', entities: [] }, database.url);
    const [limits] = await dataSource.query<readonly object[]>(
      `SELECT current_setting('statement_timeout') AS statement, ` +
        `current_setting('idle_in_transaction_session_timeout') AS standstill`,
    );
    await dataSource.destroy();
    expect(limits).toEqual({ statement: '1min', standstill: '1min' });
  });
});
