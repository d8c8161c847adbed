import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { howToGetToken, issuersCheck, openIssuers } from '@parley/identity/trusted-issuer';
import { createTokenVerifier } from '@parley/auth';
import {
  createApp,
  OperationsModule,
  showOwnRoutes,
  waitsForNewer,
  problemCatalogue,
  type AppOptions,
  type ProblemKind,
  type ReadinessCheck,
  type ServiceDefinition,
} from '@parley/http';
import { KeptFacts } from '@parley/messaging';
import type { MessageSigner } from '@parley/messaging-kafka';
import { observeService } from '@parley/telemetry';
import { demonstrationControl } from '../demonstration/demonstration-control';
import { DemonstrationControlModule } from '../demonstration/demonstration-control.module';
import { insistOnKeys, openServiceKeys } from '../installation/installation-keys';
import { installationRules } from '../installation/installation-rules';
import { ownRules } from '../installation/own-rules';
import { parties } from '../installation/parties';
import { isBegun, pinInstallation } from '../installation/pin-installation';
import { follow } from '../process/follow';
import { StartError } from '../process/start-error';
import type { Undo } from '../process/undo';
import { workControl } from '../work-control/work-control';
import { WorkControlModule } from '../work-control/work-control.module';
import { toldKeys } from '../services/registry-keys';
import { startService } from '../services/start-service';
import { operated, readiness, rulesCheck, trialCheck, watchCheck } from '../services/readiness';
import { databaseTime } from '../database/database-time';
import { trustClock } from '../installation/trusted-clock';
import type { HostSettings } from '../settings/host-settings';
import { openChannels } from '../settings/channel-settings';
import { isTrial } from '../settings/store-transport';
import { publicUrlOf } from '../settings/process-settings';
import { BrokerWatch } from './broker-watch';
import type { Door } from './door';
import { hostClock } from './host-clock';
import { databaseCheck, degradedCheck, storeCheck } from './host-readiness';
import { openBlobs } from './open-blobs';
import { openDatabase } from './open-database';
import { askStore, openStore } from './open-store';
import { openTransport } from './open-transport';
import type { Waits } from './waits';

/** Everything that is there before any other system is reached. */
export interface Ground {
  readonly settings: HostSettings;
  /** Signs what the service tells over the broker. */
  readonly messages: MessageSigner;
  readonly waits: Waits;
  readonly onFailure: (failure: unknown) => void;
  /** Called with a sentence when the process has to end because a Parley of one process has its database. */
  readonly taken: (sentence: string) => void;
  readonly door: Door;
  /** Checks of the process itself, such as whether it is stopping. */
  readonly checks: readonly ReadinessCheck[];
  readonly app: Pick<AppOptions, 'logger' | 'admission'>;
}

const AWAY = 'the database does not answer';
const STORE_AWAY = 'the event store does not answer';

/**
 * Opens what a service needs, in turn, waiting for each as long as it takes, and then starts the service.
 * @param undo closes all of it, in the opposite order
 * @returns its application, initialised and not yet listening
 * @throws StartError for an address that cannot be understood. It also throws when the waits are ended
 */
export async function openService(
  definition: ServiceDefinition,
  { settings, messages, waits, onFailure, taken, door, checks, app }: Ground,
  undo: Undo,
): Promise<NestFastifyApplication> {
  const { kafka, messagePublicKeys: origins } = settings;
  const opened = await openDatabase(definition, { url: settings.databaseUrl.href, taken }, waits, undo);
  const { database, hold } = opened;
  const { production, keysAre, keysDir } = settings;
  // A key that is lost is not made anew beside a record, so nothing is written before the record is asked.
  if (keysAre === 'kept' && (await waits.until('database', AWAY, () => isBegun(database))))
    insistOnKeys(keysDir, [definition.context]);
  const keys = openServiceKeys(keysDir, definition.context);
  const other = await waits.until('database', AWAY, () => pinInstallation(database, { production, keys, keysAre }));
  if (other !== undefined) throw new StartError(other);
  keys.keep();
  door.refuseActsWhile(() => hold.reason() !== undefined);
  const time = hostClock(settings.demonstrationClock);
  const askDatabase = (): Promise<number> => databaseTime((sql) => database.query(sql));
  await waits.until('clock', AWAY, () => trustClock(time.machine, askDatabase));
  follow((signal) => time.machine.follow(askDatabase, signal), undo);
  const store = await openStore(settings.eventStoreUrl, definition.context, time.clock, onFailure);
  undo.add(() => store.close());
  await waits.until('event-store', STORE_AWAY, () => askStore(store));
  await waits.until('clock', STORE_AWAY, () => time.join(store));
  const rules = installationRules(definition, { store, facts: new KeptFacts(database) }, ownRules(settings));
  await waits.until('rules', STORE_AWAY, () => rules.refresh());
  follow((signal) => rules.follow(signal), undo);
  const blobs = await openBlobs(settings.blobsUrl, onFailure);
  undo.add(() => blobs.close());
  const issuers = await waits.until('issuer', 'no OpenID issuer says where its keys are', () =>
    openIssuers(settings.oidc.issuers),
  );
  const tokens = createTokenVerifier({ issuers, audience: settings.oidc.audience });
  const broker = new BrokerWatch(kafka, onFailure);
  undo.add(() => broker.stop());
  const { relay, feed } = openTransport(definition, {
    ...{ kafka, messages, origins },
    ...{ store, database, time, onFailure },
  });
  undo.add(() => relay.stop());

  const { clock, machine, requestMarginMs, demonstration } = time;
  const shut = (): ProblemKind | undefined => (machine.reason() ? problemCatalogue.clockUntrusted : undefined);
  const publicUrl = publicUrlOf(settings.publicUrl, settings.host, settings.port);
  const kept = {
    blobs: blobs.store,
    logFiles: blobs.logFiles,
    witnesses: settings.witnesses,
    trial: isTrial(settings),
  };
  const shared = { clock, shut, requestMarginMs, parties, ...kept, onFailure };
  const service = await startService(definition, shared, {
    ...{ database, store, feed, rules },
    reachingBy: (own) =>
      openChannels(settings, { publicUrl, keys: own, log: (line) => app.logger.warn(line, 'alert') }),
    broughtAlong: { production, keys, keysAre },
  });
  undo.add(() => service.running.stop());
  const unobserve = observeService(operated(service), { store, clock, relay });
  undo.add(async () => {
    unobserve();
  });
  if (demonstration) follow(demonstration.follow.bind(demonstration, store), undo);

  const control = demonstration && demonstrationControl({ clock: demonstration, store, running: service.running });
  const modules = [
    service.running.module,
    OperationsModule.over([operated(service)], service.security),
    WorkControlModule.with(workControl({ store, publication: relay, running: service.running })),
    ...(control ? [DemonstrationControlModule.with(control)] : []),
  ];
  return createApp(root(modules), {
    ...app,
    mount: showOwnRoutes,
    clock,
    shut,
    tokens,
    security: service.security,
    ...(service.delegations ? { delegations: service.delegations } : {}),
    ...(service.partyKeys ? { partyKeys: service.partyKeys } : {}),
    ...(service.signer ? { signer: service.signer } : {}),
    ...(service.webhookKeys ? { signingKeys: toldKeys(service.signingKeys, service.webhookKeys) } : {}),
    cursorSecret: keys.cursorSecret,
    publicUrl,
    readiness: [
      ...checks,
      watchCheck('clock', machine),
      rulesCheck(rules, clock),
      ...trialCheck(settings, app.logger),
      issuersCheck(issuers),
      databaseCheck(opened),
      storeCheck(store),
      readiness(service, clock),
      degradedCheck('broker', async () => broker.reason()),
      degradedCheck('relay', async () => waitsForNewer(definition.context, relay.status())),
      degradedCheck('blobs', blobs.reason),
    ],
    howToGetToken: howToGetToken(settings.oidc.issuers),
  });
}

function root(modules: readonly DynamicModule[]): DynamicModule {
  @Module({})
  class ServiceRoot {}
  return { module: ServiceRoot, imports: [...modules] };
}
