import { createPostgresEventStore } from '@parley/event-store-postgres';
import { TailFeed, TailPublisher } from '@parley/messaging-tail';
import { tracedEventStore, tracedFeed, type RunningService, type ServiceDefinition, type ServicePorts } from '@parley/platform';
import type { DataSource } from 'typeorm';
import { openServiceDatabase } from '../database/service-database';
import type { ServiceRole } from '../database/service-roles';

/** Milliseconds between two looks for what no wake-up told of. Wake-ups get lost with a connection only, and five services look. */
const POLL_MS = 1_000;
/** Milliseconds between two notes of how far a context was heard. A lapse waits for one after its 30 s; each is a write. */
const PROGRESS_MS = 5_000;

/** What all services are given alike. */
export interface SharedPorts extends Omit<ServicePorts, 'store' | 'feed' | 'database'> {
  readonly hostileSeed: number | undefined;
}

/** A service with what was opened for it. */
export interface OpenService {
  readonly context: string;
  readonly running: RunningService;
  stop(): Promise<void>;
}

/** Starts every service on its own schema, role and connections, all of them telling each other through the one log. */
export async function startServices(definitions: readonly ServiceDefinition[], roles: readonly ServiceRole[], shared: SharedPorts): Promise<readonly OpenService[]> {
  const publisher = new TailPublisher();
  for (const { context, publishes } of definitions) publisher.publish(context, publishes);
  const opened: OpenService[] = [];
  try {
    const databases = await Promise.all(definitions.map((definition) => openServiceDatabase(definition, roleOf(roles, definition.context).url)));
    for (const [index, definition] of definitions.entries()) {
      const database = databases[index];
      if (database) opened.push(await startService(definition, roleOf(roles, definition.context), database, publisher, shared));
    }
    return opened;
  } catch (error) {
    await Promise.all(opened.map((service) => service.stop()));
    throw error;
  }
}

async function startService(
  definition: ServiceDefinition,
  role: ServiceRole,
  database: DataSource,
  publisher: TailPublisher,
  { hostileSeed, ...shared }: SharedPorts,
): Promise<OpenService> {
  const log = createPostgresEventStore({ connectionString: role.url, clock: shared.clock, pollMs: POLL_MS });
  const store = tracedEventStore(log);
  const feed = new TailFeed({
    store,
    publisher,
    dataSource: database,
    clock: shared.clock,
    onFailure: shared.onFailure,
    progressMs: PROGRESS_MS,
    ...heldWriters(shared),
    ...(hostileSeed === undefined ? {} : { hostile: { seed: hostileSeed } }),
  });
  const running = await definition.start({ ...shared, store, feed: tracedFeed(feed), database });
  return {
    context: definition.context,
    running,
    stop: async () => {
      await running.stop();
      await log.close();
      await database.destroy();
    },
  };
}

/** A demonstration clock holds writers while it moves, so what bears an instant can be read at once. */
const heldWriters = ({ requestMarginMs }: Pick<ServicePorts, 'requestMarginMs'>) => (requestMarginMs === 0 ? { recordingMs: 0 } : {});

function roleOf(roles: readonly ServiceRole[], context: string): ServiceRole {
  const role = roles.find((each) => each.context === context);
  if (!role) throw new RangeError(`no role for ${context}`);
  return role;
}
