import { createHmac } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type IssuerName, SECRETARIAT } from '@parley/auth';
import { parties, roleUrl, witnessesText } from '@parley/hosting/installation';
import { AUDIENCE, providerPathOf, type TrustedIssuers } from '@parley/identity';
import type { MessageKeys } from '../data/message-keys';
import type { TrialSettings } from '../settings';

/** A program to run in a process of its own, with its settings. */
export interface ProcessPlan {
  /** Name for people, such as `audit` or `audit-2`. */
  readonly name: string;
  /** Its folder under `services`. */
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A process that listens. */
export interface ListeningPlan extends ProcessPlan {
  readonly url: string;
  /** Where Prometheus would ask it. */
  readonly metricsUrl?: string;
}

/** What exists before the processes start. */
export interface TrialGround {
  readonly settings: TrialSettings;
  /** URL under which clients reach the gateway. */
  readonly publicUrl: string;
  readonly gatewayPort: number;
  /** URL of a role that may create roles and schemas. */
  readonly adminUrl: string;
  readonly brokers: string;
  /** Copies of each message; the services' own default when absent. */
  readonly copies: number | undefined;
  readonly namespace: string;
  readonly keysDir: string;
  readonly messageKeys: MessageKeys;
  /** The installation's secret, from which the roles' passwords are derived. */
  readonly secret: Uint8Array;
  /** Ports of 127.0.0.1 that nobody listens on: two for each process of a service. */
  readonly ports: readonly number[];
}

const HOST = '127.0.0.1';
/**
 * Partitions of each topic. Each partition is told how far its context has come, every time that a demonstration's
 * clock moves.
 */
const PARTITIONS = 3;
/** Seconds that a process has to end when it is asked to. */
const DRAIN_SECONDS = 8;

/** The job that prepares database and broker. */
export const migrationsPlan = (ground: TrialGround): ProcessPlan => ({
  name: 'migrations',
  folder: 'migrations',
  settings: {
    PARLEY_ADMIN_DATABASE_URL: ground.adminUrl,
    ...Object.fromEntries(
      [...SERVICES.map(({ context }) => context), 'platform'].map((context) => [
        `PARLEY_${context.toUpperCase()}_DATABASE_PASSWORD`,
        passwordOf(ground, context),
      ]),
    ),
    ...kafkaOf(ground),
  },
});

/** Every process of every service, in the order of the services. */
export function servicePlans(ground: TrialGround): readonly ListeningPlan[] {
  const { instances } = ground.settings;
  const named = SERVICES.flatMap((service) =>
    Array.from({ length: instances[service.folder] ?? 1 }, (_, index) => ({ service, number: index + 1 })),
  );
  return named.map(({ service, number }, index) =>
    servicePlan(ground, service, number, ground.ports.slice(2 * index, 2 * index + 2)),
  );
}

/** The port of its metrics comes after those of the services. It is on the same host as the gateway itself. */
export const gatewayPlan = (ground: TrialGround, services: readonly ListeningPlan[]): ListeningPlan => ({
  name: 'gateway',
  folder: 'gateway',
  url: `http://${ground.settings.host}:${String(ground.gatewayPort)}`,
  metricsUrl: `http://${ground.settings.host}:${String(ground.ports[2 * services.length] ?? 0)}/metrics`,
  settings: {
    PARLEY_HOST: ground.settings.host,
    PARLEY_PORT: String(ground.gatewayPort),
    PARLEY_METRICS_PORT: String(ground.ports[2 * services.length] ?? 0),
    PARLEY_KEYS_DIR: ground.keysDir,
    ...Object.fromEntries(
      SERVICES.map(({ folder, addressSetting }) => [
        addressSetting,
        services
          .filter((each) => each.folder === folder)
          .map(({ url }) => url)
          .join(','),
      ]),
    ),
    ...(namesIssuers(ground) ? issuersOf(ground) : {}),
    ...clockOf(ground),
    ...(ground.settings.demonstrationClock === undefined
      ? {}
      : { PARLEY_DATABASE_URL: roleUrl(ground.adminUrl, 'platform', passwordOf(ground, 'platform')) }),
    ...ofEveryProcess(ground),
  },
});

function servicePlan(
  ground: TrialGround,
  { context, folder }: TriedService,
  number: number,
  [port = 0, metricsPort = 0]: readonly number[],
): ListeningPlan {
  return {
    name: (ground.settings.instances[folder] ?? 1) === 1 ? folder : `${folder}-${String(number)}`,
    folder,
    url: `http://${HOST}:${String(port)}`,
    metricsUrl: `http://${HOST}:${String(metricsPort)}/metrics`,
    settings: {
      PARLEY_HOST: HOST,
      PARLEY_PORT: String(port),
      PARLEY_METRICS_PORT: String(metricsPort),
      PARLEY_DATABASE_URL: roleUrl(ground.adminUrl, context, passwordOf(ground, context)),
      PARLEY_BLOBS_URL: pathToFileURL(path.join(ground.settings.dataDir, 'blobs')).href,
      PARLEY_KEYS_DIR: ground.keysDir,
      PARLEY_KEYS: ground.settings.keysAre,
      ...issuersOf(ground),
      ...kafkaOf(ground),
      PARLEY_MESSAGE_KEY_FILE: ground.messageKeys.fileOf(context),
      PARLEY_MESSAGE_PUBLIC_KEYS: ground.messageKeys.publicKeys,
      ...clockOf(ground),
      ...(context === 'intake' ? { ...rulesOf(ground), ...mailOf(ground) } : {}),
      ...(context === 'intake' || context === 'audit' ? webhooksOf(ground) : {}),
      ...(context === 'audit' ? witnessesOf(ground) : {}),
      ...ofEveryProcess(ground),
    },
  };
}

const passwordOf = ({ secret }: TrialGround, context: string): string =>
  createHmac('sha256', secret).update(`database role of ${context}`).digest('base64url');

const kafkaOf = ({ brokers, copies, namespace }: TrialGround) => ({
  PARLEY_KAFKA_BROKERS: brokers,
  PARLEY_KAFKA_NAMESPACE: namespace,
  PARLEY_KAFKA_PARTITIONS: String(PARTITIONS),
  ...(copies === undefined ? {} : { PARLEY_KAFKA_REPLICATION: String(copies) }),
});

const clockOf = ({ settings: { demonstrationClock } }: TrialGround) =>
  demonstrationClock === undefined ? {} : { PARLEY_DEMO_CLOCK: demonstrationClock };

/** The intake brings them in. The others get them from the record. */
const rulesOf = ({ settings: { ruleSets } }: TrialGround) =>
  ruleSets === undefined ? {} : { PARLEY_RULE_SETS: path.resolve(ruleSets) };

/** The intake alone writes to persons. */
const mailOf = ({ settings: { mailServer, mailFrom } }: TrialGround) =>
  mailServer && mailFrom ? { PARLEY_MAIL_SERVER: mailServer.href, PARLEY_MAIL_FROM: mailFrom } : {};

/** The intake tells persons by them, and the audit their programs. */
const webhooksOf = ({ settings: { webhookHosts, webhookNetworks } }: TrialGround) => ({
  ...(webhookHosts.length > 0 ? { PARLEY_WEBHOOK_HOSTS: webhookHosts.join(',') } : {}),
  ...(webhookNetworks.length > 0 ? { PARLEY_WEBHOOK_NETWORKS: webhookNetworks.join(',') } : {}),
});

/** The audit keeps the log. */
const witnessesOf = ({ settings: { witnesses } }: TrialGround) =>
  witnesses.length > 0 ? { PARLEY_WITNESSES: witnessesText(witnesses) } : {};

/** Whatever names an address to somebody outside names the gateway's. */
const ofEveryProcess = ({ publicUrl, settings: { logLevel } }: TrialGround) => ({
  PARLEY_PUBLIC_URL: publicUrl,
  PARLEY_LOG_LEVEL: logLevel,
  PARLEY_DRAIN_SECONDS: String(DRAIN_SECONDS),
});

/**
 * The providers that the settings name, or the gateway's own. Their keys are asked for only when the first token comes.
 */
const issuersOf = (ground: TrialGround): Readonly<Record<string, string>> => {
  const { audience, issuers } = namesIssuers(ground) ? ground.settings.oidc : ownIssuers(ground);
  return Object.assign(
    { PARLEY_OIDC_AUDIENCE: audience },
    ...issuers.map(({ of, issuer, jwksUrl }) => ({
      [`PARLEY_OIDC_${of.toUpperCase()}_ISSUER`]: issuer,
      ...(jwksUrl ? { [`PARLEY_OIDC_${of.toUpperCase()}_JWKS_URL`]: jwksUrl.href } : {}),
    })),
  ) as Readonly<Record<string, string>>;
};

const namesIssuers = ({ settings: { oidc } }: TrialGround): boolean => oidc.issuers.length > 0;

const ownIssuers = ({ settings: { host }, publicUrl, gatewayPort }: TrialGround): TrustedIssuers => ({
  audience: AUDIENCE,
  issuers: [...parties.map(({ code }) => code), SECRETARIAT].map((of: IssuerName) => ({
    of,
    issuer: `${publicUrl}${providerPathOf(of)}`,
    jwksUrl: new URL(`http://${host}:${String(gatewayPort)}${providerPathOf(of)}/jwks`),
  })),
});

/** A service as the trial runs it. */
interface TriedService {
  /** First part of its streams' names, its role and its schema. */
  readonly context: string;
  /** Its folder under `services`, and its name for people. */
  readonly folder: string;
  /** Setting by which the gateway knows where it is. */
  readonly addressSetting: string;
}

export const SERVICES: readonly TriedService[] = [
  { context: 'intake', folder: 'intake', addressSetting: 'PARLEY_INTAKE_URL' },
  { context: 'evidence', folder: 'evidence', addressSetting: 'PARLEY_EVIDENCE_URL' },
  { context: 'panelreview', folder: 'panel-review', addressSetting: 'PARLEY_PANEL_REVIEW_URL' },
  { context: 'referral', folder: 'referral', addressSetting: 'PARLEY_REFERRAL_URL' },
  { context: 'audit', folder: 'audit', addressSetting: 'PARLEY_AUDIT_URL' },
];
