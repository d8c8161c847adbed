import { randomBytes } from 'node:crypto';
import { Module, type DynamicModule } from '@nestjs/common';
import { parties, publicUrlOf, reservePort, serveContracts, serveVerifier, Undo } from '@parley/hosting/installation';
import { issuersCheck, openIdentity, showParties, type Identity } from '@parley/identity';
import {
  CASES_BY_NUMBER,
  createApp,
  DemonstrationClockModule,
  FollowThrough,
  gateAdmission,
  MOST_PATIENCE_MS,
  OperationsModule,
  PartiesModule,
  ProcedureModule,
  SecuritySpans,
  serveSite,
  type CasesByNumber,
} from '@parley/http';
import { createLogger } from '@parley/telemetry';
import { answersOfServices } from './behind/answers-of-services';
import { beginTime } from './clock/begin-time';
import { casesOfDocket } from './behind/cases-of-docket';
import { workOfServices } from './behind/work-of-services';
import { rulesOfIntake } from './behind/rules-of-intake';
import { readinessOfServices } from './health/readiness-of-services';
import { countRequests, openMetrics } from './metrics/open-metrics';
import { operationsOfServices } from './operations/operations-of-services';
import { proxyRoutes } from './proxy/proxy-routes';
import { ServiceInstances } from './proxy/service-instances';
import { CONTEXTS, RoutesOfServices, type Services } from './routes/routes-of-services';
import type { GatewaySettings } from './settings';

/** The gateway, listening. */
export interface Gateway {
  /** Address under which clients reach it. */
  readonly url: string;
  readonly identity: Identity;
  /** Finishes what was accepted and closes everything. */
  stop(): Promise<void>;
}

/**
 * Starts the gateway in this process. The services may come later, and may go.
 * @param say gets a sentence on what the gateway waits for
 * @throws StartError or SettingsError with one sentence; then nothing is left running
 */
export async function startGateway(settings: GatewaySettings, say: (sentence: string) => void): Promise<Gateway> {
  const undo = new Undo();
  try {
    return await start(settings, say, undo);
  } catch (error) {
    await undo.all().catch(() => undefined);
    throw error;
  }
}

async function start(settings: GatewaySettings, say: (sentence: string) => void, undo: Undo): Promise<Gateway> {
  const port = await reservePort(settings.host, settings.port);
  const url = publicUrlOf(settings.publicUrl, settings.host, port);
  const identity = await openIdentity({ ...settings, parties, publicUrl: url });
  const services = Object.fromEntries(
    CONTEXTS.map((context) => [context, new ServiceInstances(settings.services[context])]),
  ) as Services;
  await openMetrics(settings, services, undo);
  const { clock, demonstration, close } = await beginTime(settings, services, say);
  undo.add(close);

  const followThrough = new FollowThrough(
    workOfServices(
      CONTEXTS.map((context) => services[context]),
      MOST_PATIENCE_MS,
      'told',
    ),
  );
  const security = new SecuritySpans();
  const modules = [
    OperationsModule.of(operationsOfServices(services, security)),
    PartiesModule.of(() => showParties(parties, identity)),
    ProcedureModule.of(rulesOfIntake(services)),
    ...(demonstration ? [DemonstrationClockModule.with(demonstration.time)] : []),
  ];
  const app = await createApp(root(modules, casesOfDocket(services)), {
    clock,
    tokens: identity.tokens,
    security,
    // The gateway's own answers hold no cursor. Those of the services pass through.
    cursorSecret: randomBytes(32),
    logger: createLogger(settings.logLevel),
    readiness: [...readinessOfServices(services), issuersCheck(identity.issuers)],
    behind: answersOfServices(services),
    followThrough,
    howToGetToken: identity.howToGetToken,
    publicUrl: url,
    requestsPerMinute: settings.requestsPerMinute,
    trustedProxies: settings.trustedProxies,
    mount: (fastify) => {
      countRequests(fastify);
      serveContracts(fastify);
      serveVerifier(fastify);
      serveSite(fastify, { clock, publicUrl: url, securityContact: settings.securityContact });
      proxyRoutes(fastify, { services, routes: new RoutesOfServices(services), followThrough });
      identity.mount?.(fastify);
    },
    ...(demonstration ? { admission: gateAdmission(demonstration.gate) } : {}),
  });
  undo.add(() => app.close());
  await app.listen(port, settings.host);
  return { url, identity, stop: () => undo.all() };
}

function root(modules: readonly DynamicModule[], cases: CasesByNumber): DynamicModule {
  @Module({ providers: [{ provide: CASES_BY_NUMBER, useValue: cases }] })
  class GatewayModule {}
  return { module: GatewayModule, imports: [...modules] };
}
