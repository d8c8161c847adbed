import { randomBytes } from 'node:crypto';
import { actsIn, type DeclaredAct } from '@parley/access';
import type { BlobStore } from '@parley/blobs';
import { InMemoryEventStore } from '@parley/event-store';
import type { Party, PartyCode } from '@parley/kernel';
import type { DynamicModule } from '@nestjs/common';
import { createMemoryIssuer, memorySigner, type RegistrySigner } from '@parley/auth';
import {
  createApp,
  OperationsModule,
  OWN_ROUTES,
  SecuritySpans,
  ServiceWork,
  showOwnRoutes,
  systemClock,
  type OwnRoute,
  type ServiceDefinition,
} from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { calendarArchive, clocksOn, currentRuleSet } from '@parley/procedure';
import { AnnouncedCalendars, InstalledRules } from '@parley/processes';
import { createTestDatabase, hostileFeed } from '@parley/testing';
import { DataSource } from 'typeorm';

const party = (code: string, calendar: 'US' | 'CN'): Party => ({
  code: code as PartyCode,
  name: { en: code, 'zh-Hans': code },
  inSentence: { en: code, 'zh-Hans': code },
  exhibitPrefix: code,
  calendar,
  desk: { en: code, 'zh-Hans': code },
});

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** Every path of a service's own document. */
export const pathsOf = async (definition: ServiceDefinition): Promise<readonly string[]> =>
  Object.keys((await servedBy(definition)).document.paths);

/** The routes that a service tells the gateway. */
export const ownRoutesOf = async (definition: ServiceDefinition): Promise<readonly OwnRoute[]> =>
  (await servedBy(definition)).routes;

/** The acts of a service, as its own document declares them. */
export const actsOf = async (definition: ServiceDefinition): Promise<readonly DeclaredAct[]> =>
  actsIn((await servedBy(definition)).document);

/** The acts of those who keep the system running. They are the same whichever process serves them. */
export const actsOfOperations = async (): Promise<readonly DeclaredAct[]> =>
  actsIn((await served(OperationsModule.over([], new SecuritySpans()), memorySigner(), false)).document);

interface Served {
  readonly document: Document;
  readonly routes: readonly OwnRoute[];
}

async function servedBy(definition: ServiceDefinition): Promise<Served> {
  const test = await createTestDatabase();
  const { context, entities, migrations } = definition;
  const database = await new DataSource({
    type: 'postgres',
    url: test.url,
    schema: context,
    entities: [...entities],
    migrations: [...migrations],
  }).initialize();
  await database.query(`CREATE SCHEMA ${context}`);
  await database.runMigrations();
  const store = new InMemoryEventStore({ clock: systemClock });
  const signer = memorySigner();
  const service = await ServiceWork.begin(definition, {
    clock: systemClock,
    store,
    feed: hostileFeed({ store, dataSource: database, clock: systemClock, publishes: {}, seed: 1 }),
    database,
    blobs: {} as BlobStore,
    signer,
    parties: [party('US', 'US'), party('CN', 'CN')],
    clocksOf: clocksOn(calendarArchive().current('US', 'CN')),
    calendars: new AnnouncedCalendars(['US', 'CN']),
    ruleSets: new InstalledRules(),
    ruleSetVersion: currentRuleSet.version,
    requestMarginMs: 0,
    derivationKey: randomBytes(32),
    onFailure: () => undefined,
  });
  const shown = await served(service.module, signer, definition.webhookKeys !== undefined);
  await service.stop();
  await database.destroy();
  await test.drop();
  return shown;
}

async function served(module: DynamicModule, signer: RegistrySigner, tellsKeys: boolean): Promise<Served> {
  const app = await createApp(module, {
    clock: systemClock,
    signer,
    ...(tellsKeys ? { signingKeys: () => Promise.resolve([]) } : {}),
    tokens: (await createMemoryIssuer()).verifier,
    cursorSecret: randomBytes(32),
    logger: createLogger('silent'),
    mount: showOwnRoutes,
  });
  const shown = {
    document: (await app.inject({ url: '/openapi.json' })).json<Document>(),
    routes: (await app.inject({ url: OWN_ROUTES })).json<Served['routes']>(),
  };
  await app.close();
  return shown;
}
