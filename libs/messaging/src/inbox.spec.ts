import { withInbox } from './inbox';
import { createServiceDatabase, type ServiceDatabase } from './testing';

describe('the inbox', () => {
  let database: ServiceDatabase;
  beforeAll(async () => {
    database = await createServiceDatabase('intake');
    await database.dataSource.query('CREATE TABLE intake.effects (what text NOT NULL)');
  });
  afterAll(() => database.drop());

  const effects = async (what: string): Promise<number> => {
    const rows: unknown[] = await database.dataSource.query('SELECT 1 FROM intake.effects WHERE what = $1', [what]);
    return rows.length;
  };
  const write = (what: string) => (manager: { query(sql: string, values: unknown[]): Promise<unknown> }) =>
    manager.query('INSERT INTO intake.effects VALUES ($1)', [what]).then(() => undefined);

  it('lets a message have its effect once', async () => {
    const { manager } = database.dataSource;
    expect(await withInbox(manager, 'docket', 'm1', write('once'))).toBe('handled');
    expect(await withInbox(manager, 'docket', 'm1', write('once'))).toBe('duplicate');
    expect(await effects('once')).toBe(1);
  });

  it('lets it have one for each group', async () => {
    const { manager } = database.dataSource;
    await withInbox(manager, 'docket', 'm2', write('groups'));
    await withInbox(manager, 'calls', 'm2', write('groups'));
    expect(await effects('groups')).toBe(2);
  });

  it('forgets a message whose effect was rolled back', async () => {
    const { manager } = database.dataSource;
    const crash = withInbox(manager, 'docket', 'm3', async (own) => {
      await write('crash')(own);
      throw new Error('crash');
    });
    await expect(crash).rejects.toThrow('crash');
    expect(await effects('crash')).toBe(0);
    expect(await withInbox(manager, 'docket', 'm3', write('crash'))).toBe('handled');
    expect(await effects('crash')).toBe(1);
  });

  it('lets one of many deliveries at once through', async () => {
    const { manager } = database.dataSource;
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => withInbox(manager, 'docket', 'm4', write('race'))),
    );
    expect(outcomes.filter((outcome) => outcome === 'handled')).toHaveLength(1);
    expect(await effects('race')).toBe(1);
  });
});
