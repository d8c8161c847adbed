import {
  commandIdOf,
  encodePayload,
  InMemoryEventStore,
  sha256,
  streamName,
  verifyChain,
  type Position,
  type RecordedEvent,
} from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import { eventOf, realClock } from './append-contenders';
import { CaseCopies, DOCKET_LOG, type PlayedCase } from './case-copies';

const id = '1c691189-6c01-857f-8380-2a0ecfbf5786';
const docketNumber = 'CN-2025-0001';

async function played(): Promise<PlayedCase> {
  const store = new InMemoryEventStore({ clock: realClock });
  const record = async (stream: ReturnType<typeof streamName>, data: object): Promise<RecordedEvent> => {
    const earlier = (await store.read(stream)).length;
    const commandId: CommandId = commandIdOf(stream, String(earlier));
    const event = eventOf(commandId, encodePayload(data));
    const result = await store.append(stream, earlier === 0 ? 'no-stream' : earlier - 1, [event], { commandId });
    if (result.kind !== 'appended') throw new Error(result.kind);
    return result.events[0]!;
  };
  const ofCase = streamName('intake.case', id);
  const filed = await record(ofCase, { caseId: id });
  const numbered = await record(streamName('intake.docket', 'CN-2025'), { caseId: id, docketNumber });
  const registered = await record(ofCase, { docketNumber, because: filed.eventId });
  const logged = await record(DOCKET_LOG, { caseId: id, docketNumber, serial: 1, sourceEventId: registered.eventId });
  return { id, docketNumber, events: [filed, numbered, registered, logged], facts: [] };
}

const COPIES = 5_003;

describe('copies of a case', () => {
  it('have ids and numbers of their own, and whole chains in every stream', async () => {
    const copies = new CaseCopies(await played(), null);
    const streams = new Map<string, RecordedEvent[]>();
    let position = 0;
    for (const { event, header } of copies.links(COPIES)) {
      if (sha256(header) !== event.commitment) throw new Error(`${event.stream} has another commitment`);
      const recorded = { ...event, position: String(++position) as Position };
      const before = streams.get(event.stream);
      if (before) before.push(recorded);
      else streams.set(event.stream, [recorded]);
    }
    expect(position).toBe(4 * COPIES);
    const all = [...streams.values()];
    expect(new Set(all.flat().map(({ eventId }) => eventId)).size).toBe(position);
    expect([...streams].filter(([stream, events]) => verifyChain(stream, events).kind !== 'intact')).toEqual([]);
    expect(streams.get('intake.docket-CN-2026')).toHaveLength(5_000);
    expect(streams.get('intake.docket-CN-2027')).toHaveLength(3);
  });

  it('name themselves where the case is named, and each entry of the public log its place', async () => {
    const copies = new CaseCopies(await played(), null);
    const told = [...copies.links(2)].map(
      ({ event }) => [event.stream, JSON.parse(Buffer.from(event.payload).toString()) as object] as const,
    );
    const [first, second] = [copies.idOf(0), copies.idOf(1)];
    expect(told).toContainEqual([`intake.case-${second}`, { caseId: second }]);
    const entries = told.filter(([stream]) => stream === DOCKET_LOG).map(([, data]) => data);
    expect(entries).toMatchObject([
      { caseId: first, docketNumber: 'CN-2026-0001', serial: 1 },
      { caseId: second, docketNumber: 'CN-2026-0002', serial: 2 },
    ]);
  });
});
