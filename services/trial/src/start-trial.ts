import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openDataFolder, openKeys, publicUrlOf, reservePort, StartError, startOwnPostgres, Undo } from '@parley/hosting/installation';
import { freePorts } from '@parley/local-kafka';
import { keptNamespace } from './data/kept-namespace';
import { gatewayPlan, migrationsPlan, servicePlans, type TrialGround } from './plan/process-plan';
import { Fleet } from './processes/fleet';
import { kafkaAbsence, openKafka, type OpenKafka } from './processes/open-kafka';
import { runJob } from './processes/run-job';
import type { TrialSettings } from './settings';
import type { View } from './view/view';

/** The distributed form on one machine, ready. */
export interface Trial {
  /** Address under which clients reach the gateway. */
  readonly url: string;
  readonly brokers: string;
  /** Ends all processes in order. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks at how all are. */
const LOOK_MS = 1_000;

/**
 * Starts broker, database, services and gateway, each in processes of its own, and resolves when all are ready.
 * @param withLag whether the view shows lag
 * @throws StartError or SettingsError with one sentence; then nothing is left running
 */
export async function startTrial(settings: TrialSettings, view: View, withLag: boolean): Promise<Trial> {
  const undo = new Undo();
  try {
    return await start(settings, view, withLag, undo);
  } catch (error) {
    await undo.all().catch(() => undefined);
    throw error;
  }
}

async function start(settings: TrialSettings, view: View, withLag: boolean, undo: Undo): Promise<Trial> {
  const { dataDir, kafkaBrokers } = settings;
  const absence = kafkaAbsence(kafkaBrokers);
  if (absence !== undefined) throw new StartError(absence);
  const gatewayPort = await reservePort(settings.host, settings.port);
  const publicUrl = publicUrlOf(settings.publicUrl, settings.host, gatewayPort);
  const keepKind = openDataFolder(dataDir, settings.demonstrationClock === undefined ? 'real' : 'demonstration');
  const namespace = settings.kafkaNamespace ?? keptNamespace(dataDir, kafkaBrokers === undefined ? 'own' : 'given');
  const keysDir = path.join(dataDir, 'keys');
  const { cursorSecret: secret } = openKeys(keysDir);
  mkdirSync(path.join(dataDir, 'blobs'), { recursive: true });

  view.say(`starts ${settings.databaseUrl ? '' : 'PostgreSQL'}${settings.databaseUrl || kafkaBrokers !== undefined ? '' : ' and '}${kafkaBrokers === undefined ? 'Kafka' : ''} …`);
  const [adminUrl, kafka] = await Promise.all([openDatabase(settings, undo), openBroker(settings, view, undo)]);
  keepKind();
  const count = Object.values(settings.instances).reduce((sum, each) => sum + each, 0);
  const ground: TrialGround = { settings, publicUrl, gatewayPort, adminUrl, brokers: kafka.brokers, namespace, keysDir, secret, ports: await freePorts(2 * count) };
  view.say('prepares database and broker …');
  await runJob(migrationsPlan(ground));

  view.say('starts the services …');
  const services = servicePlans(ground);
  const fleet = new Fleet({ services, gateway: gatewayPlan(ground, services), view, withLag });
  undo.add(() => fleet.stop());
  fleet.start();
  await fleet.ready();
  const stopLooking = keepLooking(fleet, kafka, view);
  return {
    url: publicUrl,
    brokers: kafka.brokers,
    stop: async () => {
      stopLooking();
      await undo.all();
    },
  };
}

async function openDatabase({ dataDir, databaseUrl }: TrialSettings, undo: Undo): Promise<string> {
  if (databaseUrl) return databaseUrl.href;
  const postgres = await startOwnPostgres(dataDir);
  undo.add(() => postgres.stop());
  return postgres.url;
}

async function openBroker({ dataDir, kafkaBrokers }: TrialSettings, view: View, undo: Undo): Promise<OpenKafka> {
  const kafka = await openKafka(dataDir, kafkaBrokers, (sentence) => view.say(sentence));
  undo.add(() => kafka.stop());
  return kafka;
}

/** @returns what ends the looking */
function keepLooking(fleet: Fleet, kafka: OpenKafka, view: View): () => void {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    if (await kafka.keepUp()) view.say('Kafka ended, and was started again');
    await fleet.look();
  };
  const again = (): void => {
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => view.say(`cannot look after all: ${error instanceof Error ? error.message : String(error)}`))
        .finally(() => {
          if (!ended) again();
        });
    }, LOOK_MS);
  };
  again();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
