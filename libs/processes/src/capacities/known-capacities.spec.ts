import { streamName, type RecordedEvent, type StreamName } from '@parley/event-store';
import type { Instant, PartyCode, PersonId, Role } from '@parley/kernel';
import { keepFacts, type PublicEvent } from '@parley/messaging';
import { createServiceDatabase, type ServiceDatabase } from '@parley/messaging/testing';
import { capacitiesProjection } from './capacities.projection';
import { KnownCapacities } from './known-capacities';

const [CASE, OTHER] = ['7d8b1a52-31a4-8f60-9d0e-4a5b6c7d8e9f', '8d8b1a52-31a4-8f60-9d0e-4a5b6c7d8e9f'] as const;
const CATEGORIES = ['things.case', 'things.letters'];
const US = 'US' as PartyCode;
const at = (second: number) => `2025-02-10T10:00:0${String(second)}.000Z` as Instant;
const person = (id: string) => id as PersonId;

describe('the capacities that a service knows', () => {
  let database: ServiceDatabase;
  let known: KnownCapacities;
  const projection = capacitiesProjection(CATEGORIES);

  beforeEach(async () => {
    database = await createServiceDatabase('things');
    known = new KnownCapacities(database.dataSource, CATEGORIES);
  });
  afterEach(() => database.drop());

  const recorded = (stream: StreamName, id: string, role: Role, second: number): RecordedEvent =>
    ({
      stream,
      actor: { kind: 'person', personId: person(id), role, party: US },
      recordedAt: at(second),
    }) as unknown as RecordedEvent;
  const follow = async (...events: readonly RecordedEvent[]): Promise<void> => {
    const { manager } = database.dataSource;
    const concerning = events.filter((event) => projection.concerns?.(event));
    if (concerning.length > 0) await projection.apply(manager, concerning, (table) => `things.${table}`);
  };
  const told = (id: string, role: Role, second: number): PublicEvent => ({
    id: `${id} ${role}`,
    source: '/parley/other',
    type: 'parley.other.v1.PersonActed',
    subject: CASE,
    time: at(second),
    recordedat: at(second),
    sequence: 0,
    tier: 'PARTIES',
    actor: { personId: person(id), role, party: null },
    datacontenttype: 'application/protobuf',
    data: new Uint8Array(),
  });

  it('are of the service’s own record, in every stream of the case together', async () => {
    await follow(
      recorded(streamName('things.letters', `${CASE}-US`), 'p', 'desk', 1),
      recorded(streamName('things.case', CASE), 'p', 'cohead', 2),
      recorded(streamName('things.case', OTHER), 'q', 'cohead', 2),
    );
    expect(await known.of(CASE, person('p'))).toEqual({ role: 'desk', party: US });
    expect(await known.of(CASE, person('q'))).toBeUndefined();
    expect(await known.of(OTHER, person('q'))).toEqual({ role: 'cohead', party: US });
  });

  it('are of what others told as well, and the first of all counts', async () => {
    await follow(recorded(streamName('things.case', CASE), 'p', 'cohead', 2));
    await keepFacts(database.dataSource.manager, [told('p', 'registry', 1), told('q', 'expert', 3)]);
    expect(await known.of(CASE, person('p'))).toEqual({ role: 'registry', party: null });
    expect(await known.of(CASE, person('q'))).toEqual({ role: 'expert', party: null });
    expect(await known.of(OTHER, person('q'))).toBeUndefined();
  });

  it('are none of an auditor or a process, nor of what is of no case', async () => {
    const system = {
      ...recorded(streamName('things.case', CASE), 'p', 'desk', 1),
      actor: { kind: 'system', process: 'x' },
    };
    await follow(
      recorded(streamName('things.case', CASE), 'p', 'auditor', 1),
      recorded(streamName('things.register', CASE), 'p', 'desk', 1),
      system as unknown as RecordedEvent,
    );
    expect(await known.of(CASE, person('p'))).toBeUndefined();
    expect(known.caseOf(streamName('things.register', CASE))).toBeUndefined();
    expect(known.caseOf(streamName('things.letters', `${CASE}-US`))).toBe(CASE);
  });
});
