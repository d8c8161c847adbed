import {
  commitmentOf,
  eventIdOf,
  InMemoryEventStore,
  sha256,
  streamName,
  UnreadableEventError,
  wrappedStore,
  type RecordedEvent,
} from '@parley/event-store';
import { sampleEvents } from '@parley/event-store/contract';
import type { CommandId, Instant } from '@parley/kernel';
import { chainsHold } from '../../libs/cli/src/verify/history-chains';
import { historyIn } from '../../libs/cli/src/verify/history-lines';
import { Told } from '../../libs/cli/src/report/told';
import { ExportedCase, somebody } from '../../services/audit/src/history/exported-case.fixture';
import type { Findings } from '../../services/audit/src/completeness/record-walk';
import { someLogKeys } from '../../services/audit/src/log/log-keys.fixture';
import { LogSecrets } from '../../services/audit/src/log/log-secrets';
import { walkRecord } from '../../services/audit/src/log/log-walk';
import { LogWriter } from '../../services/audit/src/log/log-writer';
import { MemoryCheckpoints } from '../../services/audit/src/log/memory-checkpoints.fixture';
import { MemoryFiles } from '../../services/audit/src/log/memory-files.fixture';
import { holdsInEveryHistory } from './holds';
import { correctionsPointBack, nothingAltered, readByAStranger } from './rules/i-35-nothing-altered.rule';
import { sentence } from './sentences';

const secrets = new LogSecrets(someLogKeys(35));

describe(sentence('I-35'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(nothingAltered));
  it('is seen by a stranger who has nothing but the record', () => holdsInEveryHistory(readByAStranger));
  it('a correction points to what it corrects, and leaves it there', () =>
    holdsInEveryHistory(correctionsPointBack, { runs: 40 }));

  /** What the walk over a whole record finds, when its store gives something else than what was recorded. */
  async function foundWith(spoil: (event: RecordedEvent) => RecordedEvent | 'gone' | 'unreadable'): Promise<Findings> {
    const clock = { now: () => '2026-02-05T08:00:00.000Z' as Instant };
    const sound = new InMemoryEventStore({ clock });
    const ids = ['a', 'b', 'c'] as const;
    const cause = { kind: 'event', id: eventIdOf('a' as CommandId, 0) } as const;
    for (const id of ids)
      for (const n of [0, 1, 2]) {
        const commandId = (n === 0 ? id : `${id}${String(n)}`) as CommandId;
        const [event] = sampleEvents(commandId);
        const named = { ...event!, cause, facts: [] };
        await sound.append(streamName('intake.case', id), n === 0 ? 'no-stream' : n - 1, [named], { commandId });
      }
    const log = { files: new MemoryFiles(), checkpoints: new MemoryCheckpoints(), secrets };
    while (await new LogWriter({ store: sound, clock, ...log }).step());
    const given = (events: readonly RecordedEvent[]) => events.map(spoil).filter((event) => typeof event !== 'string');
    const store = wrappedStore(sound, {
      read: async (...asked) => given(await sound.read(...asked)),
      readAll: async (asked) => {
        const page = await sound.readAll(asked);
        const unreadable = page.events
          .filter((event) => spoil(event) === 'unreadable')
          .map(({ position, ...kept }) => new UnreadableEventError(position, kept));
        return { ...page, events: given(page.events), unreadable };
      },
    });
    return (await walkRecord({ store, log, told: () => Promise.resolve([]) }))?.found ?? {};
  }
  const isAt = ({ stream, revision }: RecordedEvent, id: string, at: number): boolean =>
    stream === `intake.case-${id}` && revision === at;

  it('the walk over the record finds nothing where nothing was altered, and each thing that was', async () => {
    expect(await foundWith((event) => event)).toEqual({});
    const found = (id: string, at: number, change: (event: RecordedEvent) => RecordedEvent | 'gone' | 'unreadable') =>
      foundWith((event) => (isAt(event, id, at) ? change(event) : event));
    expect(await found('b', 1, (event) => ({ ...event, payload: Uint8Array.of(1) }))).toEqual({ altered: 1 });
    expect(await found('b', 1, (event) => ({ ...event, previous: sha256('other') }))).toEqual({ unlinked: 1 });
    expect(await found('b', 1, (event) => ({ ...event, stream: 'intake.case-d' }))).toMatchObject({ misnamed: 1 });
    expect(await found('b', 1, () => 'unreadable')).toMatchObject({ unreadable: 1 });
    expect(await found('b', 2, () => 'gone')).toEqual({ gone: 1 });
    const anew = (event: RecordedEvent) => ({
      ...event,
      commitment: commitmentOf({ ...event, rule: 'S1' }),
      rule: 'S1',
    });
    expect(await found('b', 2, anew)).toEqual({ gone: 1, unlogged: 1 });
    expect(await found('a', 0, () => 'gone')).toEqual({ gone: 1, unlinked: 1, unfounded: 1 });
  });

  it('an export from which anything is taken away is refused by who has nothing but that file', async () => {
    const lines = await (await ExportedCase.of()).for(somebody('us-auditor', 'US', 'auditor'));
    const verify = (kept: readonly string[]) => chainsHold(historyIn(kept.join('')), new Told());
    verify(lines);
    const believed = lines.filter((_, at) => {
      try {
        verify(lines.toSpliced(at, 1));
        return true;
      } catch {
        return false;
      }
    });
    expect(believed).toEqual([]);
  });
});
