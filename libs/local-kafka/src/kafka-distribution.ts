import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache-folder';
import { kafkaPom } from './kafka-pom';
import { LocalKafkaError } from './local-kafka.error';

export const KAFKA_VERSION = '4.1.0';
const COPY_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
const ON_WINDOWS = process.platform === 'win32';

const jarFolder = (): string => path.join(cacheFolder(), `kafka-${KAFKA_VERSION}`);

export const isKafkaFetched = (): boolean => existsSync(jarFolder());

export const hasMaven = (): boolean =>
  spawnSync('mvn', ['--version'], { stdio: 'ignore', shell: ON_WINDOWS }).status === 0;

/**
 * The folder with Kafka's jars, fetched by Maven the first time. It appears whole or not at all: it is fetched under
 * another name and then renamed.
 * @param say gets a sentence when something is fetched, because that takes a while
 * @throws LocalKafkaError `maven-missing`, `fetch-failed`
 */
export async function kafkaJars(say: (sentence: string) => void): Promise<string> {
  const folder = jarFolder();
  if (existsSync(folder)) return folder;
  if (!hasMaven())
    throw new LocalKafkaError(
      'maven-missing',
      `Apache Kafka ${KAFKA_VERSION} has not been fetched yet, and there is no Maven (mvn) to fetch it.`,
    );
  say(`Fetching Apache Kafka ${KAFKA_VERSION} with Maven into ${folder} (about 45 MB, once).`);
  mkdirSync(path.dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}.unfinished-`);
  try {
    await fetchInto(unfinished);
    renameSync(path.join(unfinished, 'jars'), folder);
  } catch (error) {
    // Somebody else may have been quicker.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function fetchInto(folder: string): Promise<void> {
  const pom = path.join(folder, 'pom.xml');
  writeFileSync(pom, kafkaPom(KAFKA_VERSION));
  const args = [
    '--batch-mode',
    '--quiet',
    '--strict-checksums',
    '-f',
    pom,
    COPY_DEPENDENCIES,
    '-DincludeScope=runtime',
    `-DoutputDirectory=${path.join(folder, 'jars')}`,
  ];
  const maven = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'pipe'], shell: ON_WINDOWS });
  const said: string[] = [];
  for (const output of [maven.stdout, maven.stderr])
    output.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const code = await new Promise<number | null>((resolve) =>
    maven.once('error', () => resolve(null)).once('close', resolve),
  );
  if (code === 0) return;
  const why =
    said
      .join('')
      .split('\n')
      .find((line) => line.includes('ERROR')) ?? `it ended with ${code}`;
  throw new LocalKafkaError('fetch-failed', `Maven could not fetch Apache Kafka ${KAFKA_VERSION}: ${why.trim()}`);
}
