import { intake, knownFrom } from '@parley/contracts';
import { InMemoryEventStore } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import { MemoryFacts } from '@parley/messaging/testing';
import { caseIdOf, filed, instant, nameOf, registered, tells } from './docket-story.fixture';
import { DOCKET_LOG, DocketLog, readPublicLog } from './docket-log';
import { takingOfAudit } from './docket.hears';
import { hearMessage, type DocketHearing } from './hear-message';

/** Keeps a message first and then answers it, as a page of messages does. */
async function hear(hearing: DocketHearing & { readonly facts: MemoryFacts }, event: PublicEvent): Promise<void> {
  await hearing.facts.keep(event);
  await hearMessage(hearing, event);
}

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
    const facts = new MemoryFacts();
    const hearing = { facts, log: new DocketLog(store, '2026-1'), nameOf };
    for (const event of events) for (const _ of ['first', 'again']) await hear(hearing, event);
    return {
      store,
      facts,
      entries: (await readPublicLog(store, 0, 10)).map(({ entry }) => [entry.kind, entry.docketNumber, entry.serial]),
    };
  }

  it(
    'that concerns no case is on the public log at once, once, without a docket number, ' +
      'and teaches nothing of a case (I-63)',
    async () => {
      const { facts, entries } = await entriesAfter(requestOf(caseIdOf(99)));
      expect(entries).toEqual([['hotline-requested', '', 1]]);
      expect(knownFrom(takingOfAudit, facts.now(caseIdOf(99))).count).toBe(0);
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

describe('what is heard of a case', () => {
  const caseId = caseIdOf(1);
  const registration = registered(caseId, 'CN-2025-0001');
  const lapsed = tells(intake.ReplyLapsedSchema, '2025-02-21T16:00:00Z', { caseId });
  const store = () => new InMemoryEventStore({ clock: { now: () => instant('2025-03-02T10:00:00Z') } });

  it('is no event of the audit before the registration, and then one entry each, resting on it', async () => {
    const record = store();
    const hearing = { facts: new MemoryFacts(), log: new DocketLog(record, '2026-1'), nameOf };
    for (const event of [filed(caseId), lapsed]) await hear(hearing, event);
    expect((await record.readAll({ limit: 10 })).events).toEqual([]);
    await hear(hearing, registration);
    expect((await record.read(DOCKET_LOG)).map(({ cause, facts }) => [cause.id, facts])).toEqual([
      [registration.id, [registration.id]],
      [lapsed.id, [registration.id]],
    ]);
  });

  it('goes onto the docket behind the registration though another process has not entered that yet', async () => {
    const record = store();
    const hearing = { facts: new MemoryFacts(), log: new DocketLog(record, '2026-1'), nameOf };
    await hearing.facts.keep(registration);
    await hear(hearing, lapsed);
    const kinds = async () => (await readPublicLog(record, 0, 10)).map(({ entry }) => entry.kind);
    expect(await kinds()).toEqual(['case-registered', 'reply-lapsed']);
    await hear(hearing, registration);
    expect(await kinds()).toEqual(['case-registered', 'reply-lapsed']);
  });

  it('goes onto the docket though another fact of the case cannot be read, which waits by itself', async () => {
    const record = store();
    const hearing = { facts: new MemoryFacts(), log: new DocketLog(record, '2026-1'), nameOf };
    const unknown = { ...lapsed, id: 'unknown', type: 'parley.intake.v2.ReplyLapsed' };
    await expect(hear(hearing, unknown)).rejects.toThrow('unknown type');
    for (const event of [lapsed, registration]) await hear(hearing, event);
    expect((await readPublicLog(record, 0, 10)).map(({ entry }) => entry.kind)).toEqual([
      'case-registered',
      'reply-lapsed',
    ]);
  });
});
