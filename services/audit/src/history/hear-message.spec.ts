import { intake } from '@parley/contracts';
import { InMemoryEventStore } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import { caseIdOf, instant, nameOf, registered, tells } from '../docket/docket-story.fixture';
import { heardFrom } from '../docket/docket.hears';
import { DocketLog, readPublicLog } from '../docket/docket-log';
import { caseFileStream, hearMessage } from './merge-streams';

describe('a request on the hotline', () => {
  const requestOf = (caseId: string) =>
    tells(intake.HotlineRecordedSchema, '2025-03-02T10:00:00Z', {
      caseId,
      hotlineId: caseIdOf(99),
      grade: 'routine',
      askedBy: 'CN',
      status: 'requested',
      at: '2025-03-02T10:00:00.000Z',
    });

  async function entriesAfter(...events: readonly ReturnType<typeof tells>[]) {
    const store = new InMemoryEventStore({ clock: { now: () => instant('2025-03-02T10:00:00Z') } });
    const hearing = { store, log: new DocketLog(store, '2026-1'), ruleSetVersion: '2026-1' };
    for (const event of events)
      for (const _ of ['first', 'again'])
        await hearMessage(hearing, heardFrom(event, nameOf)!, event, event.id as CommandId);
    return {
      store,
      entries: (await readPublicLog(store, 0, 10)).map(({ entry }) => [entry.kind, entry.docketNumber, entry.serial]),
    };
  }

  it(
    'that concerns no case is on the public log at once, once, without a docket number, ' + 'and opens no file (I-63)',
    async () => {
      const { store, entries } = await entriesAfter(requestOf(caseIdOf(99)));
      expect(entries).toEqual([['hotline-requested', '', 1]]);
      expect(await store.read(caseFileStream(caseIdOf(99)))).toEqual([]);
    },
  );

  it('in a case waits for its registration as everything of the case does', async () => {
    expect((await entriesAfter(requestOf(caseIdOf(1)))).entries).toEqual([]);
    const { entries } = await entriesAfter(requestOf(caseIdOf(1)), registered(caseIdOf(1), 'CN-2025-0001'));
    expect(entries).toEqual([
      ['case-registered', 'CN-2025-0001', 1],
      ['hotline-requested', 'CN-2025-0001', 2],
    ]);
  });
});
