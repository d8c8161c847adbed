import { withCommand, withInbox } from './inbox';
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
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => withInbox(manager, 'docket', 'm4', write('race'))));
    expect(outcomes.filter((outcome) => outcome === 'handled')).toHaveLength(1);
    expect(await effects('race')).toBe(1);
  });
});

describe('a command that answers to a message', () => {
  let database: ServiceDatabase;
  beforeAll(async () => void (database = await createServiceDatabase('intake')));
  afterAll(() => database.drop());

  it('is issued under the same id after a crash behind the append, and then no more', async () => {
    const { manager } = database.dataSource;
    const appended: string[] = [];
    const crash = withCommand(manager, 'panel', 'm1', async (commandId) => {
      appended.push(commandId);
      throw new Error('crash after the append');
    });
    await expect(crash).rejects.toThrow();
    expect(await withCommand(manager, 'panel', 'm1', async (commandId) => void appended.push(commandId))).toBe('handled');
    expect(await withCommand(manager, 'panel', 'm1', async (commandId) => void appended.push(commandId))).toBe('duplicate');
    expect(appended).toHaveLength(2);
    expect(new Set(appended).size).toBe(1);
  });

  it('has another id for another group or message', async () => {
    const { manager } = database.dataSource;
    const ids = new Set<string>();
    for (const [group, message] of [['a', '1'], ['a', '2'], ['b', '1']] as const) {
      await withCommand(manager, group, message, async (commandId) => void ids.add(commandId));
    }
    expect(ids.size).toBe(3);
  });
});
