import { createHmac } from 'node:crypto';
import path from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { directoryFiles, openDirectoryBlobStore } from '@parley/blobs/directory';
import { createPostgresEventStore } from '@parley/event-store-postgres';
import {
  DiskWatch,
  earlierThanRecord,
  follow,
  isTrial,
  insistOnKeys,
  openChannels,
  logFailure,
  NotReadyError,
  openClock,
  openDataFolder,
  openKeys,
  type OpenService,
  operated,
  ownRules,
  parties,
  prepareDatabase,
  publicUrlOf,
  readiness,
  reservePort,
  rulesCheck,
  serveContracts,
  serveVerifier,
  trialCheck,
  toldKeys,
  trustClock,
  Undo,
  watchCheck,
} from '@parley/hosting/installation';
import { millisOf } from '@parley/kernel';
import { issuersCheck, openIdentity, showParties, type Identity } from '@parley/identity';
import {
  createApp,
  DemonstrationClockModule,
  FollowThrough,
  gateAdmission,
  OperationsModule,
  PartiesModule,
  problemCatalogue,
  ProcedureModule,
  type ProblemKind,
  rulesOfThisProcess,
  serveSite,
} from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { openDatabase } from './database/open-database';
import { services } from './services';
import type { StandaloneSettings } from './settings';
import { openWitnesses } from './startup/own-witnesses';
import { startServices } from './startup/running-services';

/** The whole system in one process, listening. */
export interface Standalone {
  /** Address under which clients reach it. */
  readonly url: string;
  readonly identity: Identity;
  /** Finishes what was accepted and closes everything. */
  stop(): Promise<void>;
}

/** Hears how the start and the running go. */
export interface StartListener {
  /** Gets the step that is being done, in a few words. */
  progress(step: string): void;
  /** Gets in one sentence why the system cannot go on. The process should end then. */
  lost(sentence: string): void;
}

/**
 * Starts the whole system in this process.
 * @throws StartError or SettingsError with one sentence; then nothing is left running
 */
export async function startStandalone(settings: StandaloneSettings, listener: StartListener): Promise<Standalone> {
  const undo = new Undo();
  try {
    return await start(settings, listener, undo);
  } catch (error) {
    // The person has to know why it does not start. Whatever cannot be closed ends with the process.
    await undo.all().catch(() => undefined);
    throw error;
  }
}

async function start(settings: StandaloneSettings, listener: StartListener, undo: Undo): Promise<Standalone> {
  const { dataDir } = settings;
  // This comes before the data folder is made, so that a start refused for its port leaves none behind.
  const port = await reservePort(settings.host, settings.port);
  const url = publicUrlOf(settings.publicUrl, settings.host, port);
  const { hasRecord, keepKind } = openDataFolder(dataDir, {
    time: settings.demonstrationClock === undefined ? 'real' : 'demonstration',
    mode: settings.production ? 'production' : 'demonstration',
  });
  // This comes before anything is started, so that a folder or an issuer that cannot be used is found out first.
  const keysDir = path.join(dataDir, 'keys');
  if (hasRecord && settings.keysAre === 'kept') insistOnKeys(keysDir);
  const keys = openKeys(keysDir);
  const identity = await openIdentity({ ...settings, parties, keysDir, publicUrl: url });

  listener.progress(settings.databaseUrl ? 'reaching the database' : 'starting PostgreSQL');
  const database = await openDatabase({ dataDir, hasRecord }, settings.databaseUrl, listener.lost);
  undo.add(() => database.stop());
  keepKind();
  // They are made beside the tables, so that the start takes no longer.
  const logger = createLogger(settings.logLevel);
  const witnessing = openWitnesses(settings, keys.of('audit').logKeys, undo, (line) => logger.warn({ witness: line }));
  const roles = await prepareDatabase({
    adminUrl: database.url,
    services,
    passwordOf: passwordsFrom(keys.cursorSecret),
  });

  const { clock, machine, requestMarginMs, begin } = openClock(settings.demonstrationClock);
  await trustClock(machine, database.time);
  follow((signal) => machine.follow(database.time, signal), undo);
  const platformStore = createPostgresEventStore({
    connectionString: roles.find(({ context }) => context === 'platform')?.url ?? '',
    clock,
  });
  undo.add(() => platformStore.close());
  const demonstration = await begin(platformStore);
  const early = earlierThanRecord(millisOf(clock.now()), await database.newestEntry());
  if (early !== undefined) throw new NotReadyError(early);

  const disk = new DiskWatch(dataDir);
  follow((signal) => disk.follow(signal), undo);
  const shut = (): ProblemKind | undefined =>
    machine.reason() ? problemCatalogue.clockUntrusted : disk.reason() ? problemCatalogue.storageFull : undefined;
  listener.progress('starting the services');
  const blobsDir = path.join(dataDir, 'blobs');
  const blobs = await openDirectoryBlobStore(blobsDir);
  const running = await startServices(services, roles, {
    keys,
    start: settings,
    clock,
    shut,
    ownRules: ownRules(settings),
    blobs,
    trial: isTrial(settings),
    logFiles: directoryFiles(blobsDir, 'log'),
    witnesses: await witnessing,
    reachingBy: (own) =>
      openChannels(settings, { publicUrl: url, keys: own, log: (line) => logger.warn(line, 'alert') }),
    parties,
    requestMarginMs,
    hostileSeed: settings.hostileSeed,
    platformStore,
    onFailure: logFailure(logger),
  });
  undo.add(async () => {
    await Promise.all(running.map((service) => service.stop()));
  });
  demonstration?.time.waitFor(...running.map((service) => service.running));
  demonstration?.time.step(...running.flatMap((service) => service.running.timers));

  listener.progress('opening the routes');
  const first = knowsFirst(running);
  const ofWebhooks = running.find(({ webhookKeys }) => webhookKeys)?.webhookKeys;
  const modules = [
    ...running.map((service) => service.running.module),
    OperationsModule.over(running.map(operated), first.security),
    PartiesModule.of(() => showParties(parties, identity)),
    ProcedureModule.of(rulesOfThisProcess(first.rules.clocksOf, clock)),
    ...(demonstration ? [DemonstrationClockModule.with(demonstration.time)] : []),
  ];
  const followThrough = new FollowThrough({
    head: () => platformStore.head(),
    idle: async () => {
      await Promise.all(running.map((service) => service.running.turn()));
    },
  });
  const app = await createApp(root(modules), {
    clock,
    shut,
    tokens: identity.tokens,
    security: first.security,
    ...(first.delegations ? { delegations: first.delegations } : {}),
    ...(first.partyKeys ? { partyKeys: first.partyKeys } : {}),
    ...(first.signer ? { signer: first.signer } : {}),
    signingKeys: toldKeys(first.signingKeys, async () => (await ofWebhooks?.()) ?? []),
    cursorSecret: keys.cursorSecret,
    logger,
    readiness: [
      watchCheck('clock', machine),
      watchCheck('disk', disk),
      rulesCheck(first.rules, clock),
      ...trialCheck(settings, logger),
      issuersCheck(identity.issuers),
      ...running.map((service) => readiness(service, clock)),
    ],
    followThrough,
    howToGetToken: identity.howToGetToken,
    publicUrl: url,
    requestsPerMinute: settings.requestsPerMinute,
    trustedProxies: settings.trustedProxies,
    mount: (fastify) => {
      serveContracts(fastify);
      serveVerifier(fastify);
      serveSite(fastify, { clock, publicUrl: url, securityContact: settings.securityContact });
      identity.mount?.(fastify);
    },
    ...(demonstration ? { admission: gateAdmission(demonstration.gate) } : {}),
  });
  undo.add(() => app.close());
  await app.listen(port, settings.host);
  return { url, identity, stop: () => undo.all() };
}

/** The roles' passwords are derived, so that nobody has to keep them. */
const passwordsFrom = (secret: Uint8Array) => (role: string) =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');

/** All services share one port here. The one that keeps the registers is asked, since it knows first. */
function knowsFirst<Service extends OpenService>(running: readonly Service[]): Service {
  const keeper = services.find(({ registers }) => registers !== undefined)?.context;
  const first = running.find(({ context }) => context === keeper);
  if (!first) throw new RangeError('nobody keeps the registers');
  return first;
}

function root(modules: readonly DynamicModule[]): DynamicModule {
  @Module({})
  class StandaloneModule {}
  return { module: StandaloneModule, imports: [...modules] };
}
