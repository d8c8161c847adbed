import {
  commitmentOf,
  encodePayload,
  eventIdOf,
  InMemoryEventStore,
  JSON_CONTENT,
  sha256,
  streamName,
  UnreadableEventError,
  wrappedStore,
  type Cause,
  type RecordedEvent,
} from '@parley/event-store';
import { sampleEvents } from '@parley/event-store/contract';
import type { CommandId, Instant, Sha256 } from '@parley/kernel';
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
import {
  causesAnswered,
  correctionsPointBack,
  nothingAltered,
  readByAStranger,
} from './rules/i-35-nothing-altered.rule';
import { sentence } from './sentences';

const secrets = new LogSecrets(someLogKeys(35));

describe(sentence('I-35'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(nothingAltered));
  it('is seen by a stranger who has nothing but the record', () => holdsInEveryHistory(readByAStranger));
  it('no default and no act that was recorded is taken for one that was not', () =>
    holdsInEveryHistory(causesAnswered));
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

  it('the walk finds a default without its deadline, and an event that its act did not number', async () => {
    const [opened, due] = ['2026-02-05T08:00:00.000Z', '2026-02-06T08:00:00.000Z'] as const;
    const opens = [{ id: 'reply', clock: 'reply', dueAt: due }];
    const recorded = async (
      ...events: readonly { data: unknown; cause: Cause; id?: string; command?: string; at?: string }[]
    ): Promise<Findings> => {
      let now = opened as Instant;
      const store = new InMemoryEventStore({ clock: { now: () => now } });
      for (const [n, { data, cause, command = `c${String(n)}`, id, at = opened }] of events.entries()) {
        now = at as Instant;
        const commandId = command as CommandId;
        const [sample] = sampleEvents(commandId);
        const payload = encodePayload(data);
        const event = { ...sample!, cause, payload, contentType: JSON_CONTENT, ...(id ? { eventId: id } : {}) };
        await store.append(streamName('intake.case', 'a'), n === 0 ? 'no-stream' : n - 1, [event], { commandId });
      }
      return (await walkRecord({ store }))?.found ?? {};
    };
    const by = (id: string, digest = 'a'): Cause => ({
      ...{ kind: 'command', id: id as CommandId, bodyDigest: digest.repeat(64) as Sha256 },
    });
    const filed = { data: { opens }, cause: by('c0') };
    const lapsed = { data: {}, cause: { kind: 'timer', id: 'reply' }, at: due } as const;
    const replied = { data: { closes: ['reply'] }, cause: by('c1') };
    const extended = { data: { opens: [{ ...opens[0], dueAt: '2026-03-06T08:00:00.000Z' }] }, cause: by('c1') };
    expect(await recorded(filed, lapsed, { ...lapsed, data: { closes: ['reply'] } }, lapsed)).toEqual({});
    expect(await recorded(filed, { ...lapsed, cause: { kind: 'timer', id: 'other' } })).toEqual({ undue: 1 });
    expect(await recorded(filed, { ...lapsed, at: opened })).toEqual({ undue: 1 });
    expect(await recorded(filed, replied, lapsed)).toEqual({ undue: 1 });
    expect(await recorded(filed, extended, lapsed)).toEqual({ undue: 1 });
    expect(await recorded(lapsed)).toEqual({ undue: 1 });
    const second = { data: {}, cause: by('c0'), id: eventIdOf('c0' as CommandId, 1) };
    expect(await recorded(filed, second)).toEqual({});
    expect(await recorded(filed, { ...second, cause: by('c0', 'b') })).toEqual({ unasked: 1 });
    expect(await recorded({ ...filed, cause: by('another') })).toEqual({ unasked: 1 });
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
