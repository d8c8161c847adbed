import { Module } from '@nestjs/common';
import { memorySigner } from '@parley/auth';
import { handleCommand, InMemoryEventStore, sha256, streamName } from '@parley/event-store';
import { accept, type CommandId, type DomainEvent, type Instant, type Party, type PartyCode } from '@parley/kernel';
import { createServiceDatabase, FeedByHand, type ServiceDatabase } from '@parley/messaging/testing';
import { calendarArchive, clocksOn, currentRuleSet } from '@parley/procedure';
import { AnnouncedCalendars, InstalledRules, type OwnReaction } from '@parley/processes';
import { rebuildMigration } from '@parley/projections';
import type { RunningService, ServiceDefinition, ServiceParts } from './service-definition';
import { ServiceWork } from './service-work';
import type { ServiceWorker } from './service-worker';

@Module({})
class NoRoutes {}

const CATEGORY = 'things.thing';
const STREAM = streamName(CATEGORY, 'one');
const OPENED = '2025-02-10T09:00:00.000Z' as Instant;
const DUE = '2025-02-10T10:00:00.000Z' as Instant;
const party = (code: string): Party => {
  const name = { en: code, 'zh-Hans': code };
  return { code: code as PartyCode, name, inSentence: name, exhibitPrefix: code, calendar: code, desk: name };
};

/** A promise, and the function that resolves it. */
const signal = () => {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
};

describe('a service that begins', () => {
  let database: ServiceDatabase;
  let store: InMemoryEventStore;
  let now: Instant;
  let service: RunningService | undefined;
  let fired: string[];

  beforeEach(async () => {
    database = await createServiceDatabase('things', [rebuildMigration('things', ['timers'])]);
    [now, service, fired] = [OPENED, undefined, []];
    store = new InMemoryEventStore({ clock: { now: () => now } });
  });
  afterEach(async () => {
    await service?.stop();
    await database.drop();
  });

  const begin = async (
    workers: Readonly<Record<string, ServiceWorker>>,
    reactions: readonly OwnReaction[] = [],
    more: Partial<ServiceParts> = {},
  ): Promise<RunningService> => {
    const things: ServiceDefinition = {
      context: 'things',
      entities: [],
      migrations: [],
      publishes: () => [],
      parts: () => ({
        process: {
          hears: { contexts: [], reactions: [] },
          reactions,
          timers: {
            categories: [CATEGORY],
            waitsFor: () => [],
            fire: ({ timer }) => Promise.resolve(fired.push(timer.deadlineId)),
          },
          recounts: { categories: [], recount: () => Promise.resolve() },
        },
        module: { module: NoRoutes },
        workers,
        ...more,
      }),
    };
    service = await ServiceWork.begin(things, {
      clock: { now: () => now },
      store,
      feed: new FeedByHand(database.dataSource),
      database: database.dataSource,
      blobs: {} as Parameters<typeof ServiceWork.begin>[1]['blobs'],
      signer: memorySigner(),
      parties: [party('US'), party('CN')],
      clocksOf: clocksOn(calendarArchive().current('US', 'CN')),
      calendars: new AnnouncedCalendars(['US', 'CN']),
      ruleSets: new InstalledRules(),
      ruleSetVersion: currentRuleSet.version,
      requestMarginMs: 0,
      derivationKey: Buffer.alloc(32),
      onFailure: () => undefined,
    });
    return service;
  };

  /** Records a deadline of the service's own. */
  const open = async (id: string): Promise<void> => {
    const opened: DomainEvent<'Opened', object> = {
      type: 'Opened',
      data: { opens: [{ id, clock: 'reply', dueAt: DUE }] },
      occurredAt: now,
      rule: 'S4',
      tier: 'PUBLIC',
    };
    const decider = { initial: null, decide: () => accept(opened), evolve: () => null };
    const commandId = id as CommandId;
    await handleCommand(
      store,
      decider,
      STREAM,
      {},
      {
        commandId,
        cause: { kind: 'command', id: commandId, bodyDigest: sha256(id) },
        actor: { kind: 'system', process: 'spec' },
        ruleSetVersion: currentRuleSet.version,
      },
    );
  };

  it('starts its workers in their order, names those that fail, and stops them in the opposite order', async () => {
    const said: string[] = [];
    const worker = (name: string, more: ServiceWorker = {}): ServiceWorker => ({
      start: () => void said.push(`start ${name}`),
      stop: () => Promise.resolve(void said.push(`stop ${name}`)),
      ...more,
    });
    const failing = { status: () => ({ lastFailure: 'the disk is full' }) };
    const running = await begin({ 'the sweeper': worker('sweeper'), 'the watch': worker('watch', failing) });
    expect(said).toEqual(['start sweeper', 'start watch']);
    expect(running.unready()).toEqual(['the watch failed and tries again']);
    await running.stop();
    expect(said.slice(2)).toEqual(['stop watch', 'stop sweeper']);
  });

  it('has begun when what holds its defaults has settled', async () => {
    const said: string[] = [];
    const [asked, settled] = [signal(), signal()];
    const watch: ServiceWorker = {
      holdsDefaults: () => false,
      idle: async () => {
        asked.give();
        await settled.given;
        said.push('settled');
      },
    };
    const beginning = begin({ 'the watch': watch }).then(() => said.push('begun'));
    await asked.given;
    settled.give();
    await beginning;
    expect(said).toEqual(['settled', 'begun']);
  });

  it('lets no default come while a worker holds them, or before a reaction that does has answered', async () => {
    let isHeld = true;
    const [reached, answer] = [signal(), signal()];
    const reaction: OwnReaction = {
      name: 'answering',
      categories: [CATEGORY],
      holdsDefaults: true,
      react: () => {
        reached.give();
        return answer.given;
      },
    };
    const running = await begin({ 'the watch': { holdsDefaults: () => isHeld } }, [reaction]);
    const [timers] = running.timers;
    await open('reply');
    await timers?.idle();
    await reached.given;
    now = DUE;
    expect(await timers?.fireDue()).toBe(0);
    isHeld = false;
    expect(await timers?.fireDue()).toBe(0);
    answer.give();
    await running.idle();
    await timers?.fireDue();
    expect(fired).toEqual(['reply']);
  });

  it('shows operators its tables, what it hears, what cannot be read, and each reaction, by their names', async () => {
    const reaction: OwnReaction = { name: 'answering', categories: [CATEGORY], react: () => Promise.resolve() };
    const check = () => Promise.resolve({ checkedAt: null, checked: 0, failed: 0 });
    const { workers } = await begin({}, [reaction], { checks: { completeness: check } });
    expect(Object.keys(workers.consumers)).toEqual(['hearing', 'unreadable', 'answering', 'late-counts']);
    expect(Object.keys(workers.checks ?? {})).toEqual(['completeness']);
  });
});
