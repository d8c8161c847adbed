import { PageInbox } from './page-inbox';
import { createServiceDatabase, type ServiceDatabase } from './testing';

describe('the inbox for a page', () => {
  let database: ServiceDatabase;
  beforeAll(async () => void (database = await createServiceDatabase('intake')));
  afterAll(() => database.drop());

  const page = (group: string, ...ids: readonly string[]): PageInbox =>
    new PageInbox(database.dataSource.manager, group, ids);
  const counted = (): { readonly issued: string[]; readonly issue: (commandId: string) => Promise<void> } => {
    const issued: string[] = [];
    return { issued, issue: async (commandId) => void issued.push(commandId) };
  };

  it('has each message answered once, in the page and in any later one', async () => {
    const { issued, issue } = counted();
    const first = page('once', 'm1', 'm2');
    expect([await first.answer('m1', issue), await first.answer('m1', issue), await first.answer('m2', issue)]).toEqual(
      ['handled', 'duplicate', 'handled'],
    );
    await first.note();
    expect(await page('once', 'm2').answer('m2', issue)).toBe('duplicate');
    expect(issued).toHaveLength(2);
  });

  it('issues under the same id after a crash before it was noted, and then no more', async () => {
    const { issued, issue } = counted();
    await page('crash', 'm1').answer('m1', issue);
    const after = page('crash', 'm1');
    expect(await after.answer('m1', issue)).toBe('handled');
    await after.note();
    expect(await page('crash', 'm1').answer('m1', issue)).toBe('duplicate');
    expect(issued).toHaveLength(2);
    expect(new Set(issued).size).toBe(1);
  });

  it('notes nothing of what failed', async () => {
    const { issued, issue } = counted();
    const inbox = page('fails', 'm1');
    await expect(inbox.answer('m1', () => Promise.reject(new Error('cannot')))).rejects.toThrow('cannot');
    await inbox.note();
    expect(await page('fails', 'm1').answer('m1', issue)).toBe('handled');
    expect(issued).toHaveLength(1);
  });

  it('has another id for another group or message', async () => {
    const { issued, issue } = counted();
    for (const [group, message] of [
      ['a', '1'],
      ['a', '2'],
      ['b', '1'],
    ] as const)
      await page(group, message).answer(message, issue);
    expect(new Set(issued).size).toBe(3);
  });

  it('looks once for a page, and not at all where nothing is answered', async () => {
    const query = jest.spyOn(database.dataSource.manager, 'query');
    const { issue } = counted();
    await page('idle', 'm1').note();
    expect(query).toHaveBeenCalledTimes(0);
    const inbox = page('busy', 'm1', 'm2', 'm3');
    await Promise.all(['m1', 'm2', 'm3'].map((id) => inbox.answer(id, issue)));
    await inbox.note();
    expect(query).toHaveBeenCalledTimes(2);
    query.mockRestore();
  });

  it('looks again when it could not look', async () => {
    const { issue } = counted();
    const inbox = page('again', 'm1');
    jest.spyOn(database.dataSource.manager, 'query').mockRejectedValueOnce(new Error('away'));
    await expect(inbox.answer('m1', issue)).rejects.toThrow('away');
    expect(await inbox.answer('m1', issue)).toBe('handled');
  });
});
