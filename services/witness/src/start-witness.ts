import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  answerAddCheckpoint,
  formatKey,
  nodeChecks,
  parsePolicy,
  type Policy,
  type PolicyWitness,
  type ReadLogFile,
  type WitnessAnswer,
} from '@parley/transparency';
import { answerRequest, type Answering } from './answer-request';
import { Attested } from './attested';
import { KeptCheckpoints } from './kept-checkpoints';
import { KeptEvidence } from './kept-evidence';
import { lookAtLog, lookAtOther, type Looked, type LogToLookAt } from './look';
import { readerOf } from './read-public';
import type { WitnessSettings } from './settings';
import { readKey, stateOf } from './witness-key';
import { WitnessLog } from './witness-log';
import { WitnessRefused } from './witness-refused';

export interface RunningWitness {
  readonly url: string;
  /** Its public key as text. */
  readonly key: string;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

/** What a witness has where it runs in the process of the log itself, for trying. */
export interface BesideTheLog {
  /** Reads the files of the log where they lie. */
  readonly readLog: ReadLogFile;
  /** Settles when the other witness listens as well. Before that nobody looks at it. */
  readonly begins: Promise<unknown>;
}

/** Milliseconds that a request may take to come. */
const REQUEST_MS = 10_000;

/**
 * Starts a witness: it answers, and it looks by itself at the logs and at the other witnesses whose addresses are in
 * its policy.
 * @throws WitnessRefused where key, state or policy are not what they should be: then nothing is signed
 */
export async function startWitness(
  settings: WitnessSettings,
  says: (line: string) => void,
  beside?: BesideTheLog,
): Promise<RunningWitness> {
  const { folder, host, port, seconds } = settings;
  const signer = await readKey(folder);
  const policy = await readPolicy(path.join(folder, 'policy'));
  const logs = policy.logs.map(({ key }) => key);
  const memory = new KeptCheckpoints(stateOf(folder), signer.key, logs);
  await memory.check();
  const evidence = new KeptEvidence(path.join(folder, 'evidence'));
  const witness = { logs, memory, signer, now: () => Math.floor(Date.now() / 1_000) };
  const add = oneAtATime((body) => answerAddCheckpoint(nodeChecks, witness, body));
  const attested = new Attested();
  const log = new WitnessLog(says);
  const key = formatKey(signer.key);
  const answering: Answering = { add, memory, evidence, attested, log, logs, key };

  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS }, (request, response) => {
    void answerRequest(answering, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const ended = new AbortController();
  const places = policy.logs.flatMap(({ key: of, url }): readonly LogToLookAt[] => {
    if (beside) return [{ key: of, open: () => beside.readLog }];
    return url === undefined ? [] : [{ key: of, open: () => readerOf(url) }];
  });
  const others = policy.witnesses.filter((each) => formatKey(each.key) !== key);
  const looking = (async () => {
    await beside?.begins;
    await lookOn({ add, memory, evidence, attested }, { places, others }, log, seconds * 1_000, ended.signal);
  })();
  return {
    url: `http://${host}:${String((server.address() as AddressInfo).port)}`,
    key,
    stop: async () => {
      ended.abort();
      await looking;
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
      });
    },
  };
}

async function readPolicy(file: string): Promise<Policy> {
  try {
    const policy = await parsePolicy(nodeChecks.digest, await readFile(file, 'utf8'));
    if (policy.logs.length === 0) throw new Error('it names no log');
    return policy;
  } catch (error) {
    throw new WitnessRefused(`${file} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function lookOn(
  parts: Looked,
  { places, others }: { readonly places: readonly LogToLookAt[]; readonly others: readonly PolicyWitness[] },
  log: WitnessLog,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for (const place of places) {
      const of = place.key.name;
      // The others first: on a log that grows all the time there would never be a checkpoint that both cosigned.
      for (const { name, key, url } of others)
        if (url !== undefined)
          await log.tries(`witness ${name}, log ${of}`, () => lookAtOther(parts, place, { name, key, url }));
      await log.tries(`log ${of}`, () => lookAtLog(parts, place));
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Two requests at a time would both read what was signed last. The slower one would only learn of it when it keeps. */
function oneAtATime(answer: (body: string) => Promise<WitnessAnswer>): (body: string) => Promise<WitnessAnswer> {
  let before: Promise<unknown> = Promise.resolve();
  return (body) => {
    const answered = before.then(() => answer(body));
    before = answered.catch(() => undefined);
    return answered;
  };
}
