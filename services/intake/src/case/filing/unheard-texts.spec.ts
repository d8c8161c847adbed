import { InMemoryEventStore, type Position } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { randomUUID } from 'node:crypto';
import { at, clocksOf, filing } from '../case-story.fixture';
import { Cases } from '../../repositories';
import { UnheardTexts } from './unheard-texts';

const now = at('2025-02-04T09:00:00Z');

describe('the texts of which the list of cases has not heard', () => {
  const store = new InMemoryEventStore({ clock: { now: () => now } });
  const cases = new Cases({ store, clocksOf, ruleSetVersion: currentRuleSet.version });
  const file = async (receivedAt: string): Promise<CaseId> => {
    const caseId = randomUUID() as CaseId;
    await cases.proceed(
      caseId,
      { ...filing(receivedAt), caseId },
      { process: 'spec', commandId: randomUUID() as CommandId, cause: { kind: 'event', id: randomUUID() } },
    );
    return caseId;
  };
  let heard: Position | undefined;
  const unheard = new UnheardTexts(store, { status: () => ({ ...STATUS, ...(heard ? { position: heard } : {}) }) });
  const ids = async (): Promise<readonly CaseId[]> => [...(await unheard.now()).keys()];

  it('are none before it is known what the list has heard', async () => {
    await file('2025-02-03T09:00:00Z');
    expect(await ids()).toEqual([]);
  });

  it('are those behind the place where the list stands, the latest first, each read once', async () => {
    const read = jest.spyOn(store, 'readAll');
    heard = await store.head();
    const first = await file('2025-02-04T09:00:00Z');
    expect(await ids()).toEqual([first]);
    const second = await file('2025-02-04T10:00:00Z');
    expect(await ids()).toEqual([second, first]);
    expect(await ids()).toEqual([second, first]);
    const pages = await Promise.all(read.mock.results.map(({ value }) => value as ReturnType<typeof store.readAll>));
    expect(pages.map(({ events }) => events.length)).toEqual([1, 1, 0]);
  });

  it('are forgotten once the list has heard of them', async () => {
    heard = await store.head();
    expect(await ids()).toEqual([]);
    const third = await file('2025-02-04T11:00:00Z');
    expect(await ids()).toEqual([third]);
  });
});

const STATUS = { state: 'following', caughtUp: true, secondsSinceMoved: 0 } as const;
