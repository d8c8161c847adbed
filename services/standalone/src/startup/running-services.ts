import { createPostgresEventStore, type PostgresEventStore } from '@parley/event-store-postgres';
import {
  follow,
  installationRules,
  type BroughtAlong,
  type InstallationKeys,
  type Reached,
  type ReachingKeys,
  pinInstallation,
  knowingKindsOf,
  openServiceDatabase,
  startService,
  type OpenService,
  type OwnRules,
  type ServiceRole,
  type SharedPorts,
  StartError,
  Undo,
} from '@parley/hosting/installation';
import { KeptFacts } from '@parley/messaging';
import { TailFeed, TailPublisher } from '@parley/messaging-tail';
import type { ServiceDefinition } from '@parley/http';
import type { DataSource } from 'typeorm';

/**
 * Milliseconds between two notes of how far a context was heard. Each note is a write. A lapse waits for one after its
 * 30 s.
 */
const PROGRESS_MS = 5_000;

/** What every service gets alike. */
export interface TailedPorts extends SharedPorts {
  /** What the installation has of its own about the rules. */
  readonly ownRules: OwnRules;
  readonly keys: InstallationKeys;
  readonly start: Pick<BroughtAlong, 'production' | 'keysAre'>;
  /** What a service reaches persons and programs by, with its own keys. */
  readonly reachingBy: (keys: ReachingKeys) => Reached;
  readonly hostileSeed: number | undefined;
  /** The platform's own store. Its connection hears of new records on behalf of all services. */
  readonly platformStore: PostgresEventStore;
}

/** A service with what was opened for it. */
export interface TailedService extends OpenService {
  stop(): Promise<void>;
}

/** The contexts of this process that publish, with their common publisher. */
interface Telling {
  readonly publisher: TailPublisher;
  readonly contexts: readonly string[];
}

/** Starts every service on its own schema, role and connections. They tell each other through the one log. */
export async function startServices(
  definitions: readonly ServiceDefinition[],
  roles: readonly ServiceRole[],
  shared: TailedPorts,
): Promise<readonly TailedService[]> {
  const publisher = new TailPublisher();
  for (const { context, publishes } of definitions) publisher.publish(context, publishes);
  const telling = { publisher, contexts: definitions.map(({ context }) => context) };
  const opened: TailedService[] = [];
  try {
    const databases = await Promise.all(
      definitions.map((definition) => openServiceDatabase(definition, roleOf(roles, definition.context).url)),
    );
    const others = await Promise.all(
      databases.map((database, index) =>
        pinInstallation(database, { ...shared.start, keys: shared.keys.of(definitions[index]?.context ?? '') }),
      ),
    );
    const other = others.find((each) => each !== undefined);
    if (other !== undefined) {
      await Promise.all(databases.map((database) => database.destroy()));
      throw new StartError(other);
    }
    for (const { context } of definitions) shared.keys.of(context).keep();
    for (const [index, definition] of definitions.entries()) {
      const database = databases[index];
      if (database)
        opened.push(await startOne(definition, roleOf(roles, definition.context), database, telling, shared));
    }
    return opened;
  } catch (error) {
    await Promise.all(opened.map((service) => service.stop()));
    throw error;
  }
}

async function startOne(
  definition: ServiceDefinition,
  role: ServiceRole,
  database: DataSource,
  { publisher, contexts }: Telling,
  { hostileSeed, platformStore, ownRules, keys: all, start, reachingBy, ...shared }: TailedPorts,
): Promise<TailedService> {
  const { clock } = shared;
  const store = createPostgresEventStore({ connectionString: role.url, clock, listensThrough: platformStore });
  const feed = new TailFeed({
    store: knowingKindsOf(contexts, store),
    publisher,
    dataSource: database,
    clock,
    onFailure: shared.onFailure,
    progressMs: PROGRESS_MS,
    ...heldWriters(shared),
    ...(hostileSeed === undefined ? {} : { hostile: { seed: hostileSeed } }),
  });
  const rules = installationRules(definition, { store, facts: new KeptFacts(database) }, ownRules);
  await rules.refresh();
  const keys = all.of(definition.context);
  const service = await startService(definition, shared, {
    ...{ database, store, feed, rules, reachingBy },
    broughtAlong: { ...start, keys },
  });
  const undo = new Undo();
  follow((signal) => rules.follow(signal), undo);
  return {
    ...service,
    stop: async () => {
      await service.running.stop();
      await undo.all();
      await store.close();
      await database.destroy();
    },
  };
}

/** A demonstration clock holds writers while it moves, so events of an instant can be read at once. */
const heldWriters = ({ requestMarginMs }: Pick<SharedPorts, 'requestMarginMs'>) =>
  requestMarginMs === 0 ? { recordingMs: 0 } : {};

function roleOf(roles: readonly ServiceRole[], context: string): ServiceRole {
  const role = roles.find((each) => each.context === context);
  if (!role) throw new RangeError(`no role for ${context}`);
  return role;
}
