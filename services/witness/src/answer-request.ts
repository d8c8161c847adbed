import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseCheckpoint, parseNote, type NoteKey, type WitnessAnswer } from '@parley/transparency';
import { originHash, type KeptCheckpoints } from './kept-checkpoints';
import type { Attested } from './attested';
import type { KeptEvidence } from './kept-evidence';
import { SPLIT_PATH } from './look';
import type { WitnessLog } from './witness-log';

export interface Answering {
  readonly add: (body: string) => Promise<WitnessAnswer>;
  readonly memory: KeptCheckpoints;
  readonly evidence: KeptEvidence;
  readonly attested: Attested;
  readonly log: WitnessLog;
  readonly logs: readonly NoteKey[];
  /** The public key of the witness as text. */
  readonly key: string;
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json';
/** Bytes of a request: 63 hashes, and a checkpoint with many signatures. */
const MOST_BYTES = 65_536;

const text = (status: number, body: string): Answer => ({ status, contentType: TEXT, body: `${body}\n` });
const NOT_FOUND = text(404, 'There is nothing here.');
const NOT_UTF8 = text(400, 'This is not UTF-8.');

/** Answers a request. Whatever goes wrong inside is said to the person who runs it, and is 500 to the caller. */
export async function answerRequest(
  parts: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let answer = text(500, 'This witness cannot answer. Its person finds the reason in /readyz.');
  await parts.log.tries(request.method === 'POST' ? 'add-checkpoint' : 'reading', async () => {
    answer = await answerTo(parts, request).catch((error: unknown) => {
      // Who goes away in the middle of a request is no fault of the witness.
      if (request.errored) return NOT_UTF8;
      throw error;
    });
  });
  response.writeHead(answer.status, {
    'content-type': answer.contentType,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    ...(answer.status === 413 ? { connection: 'close' } : {}),
  });
  response.end(answer.body);
}

async function answerTo(parts: Answering, request: IncomingMessage): Promise<Answer> {
  const [pathname = '/'] = (request.url ?? '/').split('?');
  if (pathname === '/add-checkpoint') {
    const answer = request.method === 'POST' ? await added(parts, request) : text(405, 'It is posted.');
    parts.log.answered(answer.status);
    return answer;
  }
  if (request.method !== 'GET') return text(405, 'It is read.');
  if (pathname === '/') return text(200, [parts.key, ...parts.logs.map(({ name }) => `log ${name}`)].join('\n'));
  if (pathname === '/healthz') return { status: 200, contentType: JSON_TYPE, body: '{"status":"alive"}\n' };
  if (pathname === '/readyz') return readiness(parts);
  if (pathname === '/metrics') return metrics(parts);
  return ofLog(parts, pathname);
}

async function added({ add }: Answering, request: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_BYTES) return text(413, `A request has ${String(MOST_BYTES)} bytes at most.`);
    parts.push(part);
  }
  let body: string;
  try {
    body = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
  } catch {
    return NOT_UTF8;
  }
  return add(body);
}

/**
 * What is shown of a log: the checkpoint that was cosigned last (C2SP tlog-witness), the newest that both sides
 * cosigned, and the proof of two pasts.
 */
async function ofLog({ memory, evidence, attested, logs }: Answering, pathname: string): Promise<Answer> {
  const [, hash, what] = /^\/([0-9a-f]{64})\/(\w+)$/.exec(pathname) ?? [];
  const log = logs.find(({ name }) => originHash(name) === hash);
  if (!log) return NOT_FOUND;
  const note = what === 'checkpoint' ? await memory.note(log.name) : what === 'attested' ? attested.of(log) : undefined;
  if (note !== undefined) return { status: 200, contentType: TEXT, body: note };
  const split = what === SPLIT_PATH ? await evidence.of(log) : undefined;
  return split === undefined ? NOT_FOUND : { status: 200, contentType: JSON_TYPE, body: split };
}

/** It is not ready where it must not sign. Two pasts do not keep it from answering: people are to look after them. */
async function readiness({ log, logs, evidence, memory }: Answering): Promise<Answer> {
  const reasons: { readonly check: string; readonly reason: string }[] = [];
  await memory.check().catch((error: unknown) => reasons.push({ check: 'state', reason: String(error) }));
  const degraded = [...log.faults()];
  for (const each of logs)
    if ((await evidence.of(each)) !== undefined)
      degraded.unshift({ check: 'split', reason: `${each.name} has shown two pasts: see evidence/` });
  const status = reasons.length === 0 ? 'ready' : 'not-ready';
  return {
    status: reasons.length === 0 ? 200 : 503,
    contentType: JSON_TYPE,
    body: `${JSON.stringify({ status, reasons, degraded })}\n`,
  };
}

async function metrics({ log, logs, memory, evidence, attested }: Answering): Promise<Answer> {
  const lines = log
    .answers()
    .map(([status, count]) => `parley_witness_answers_total{status="${String(status)}"} ${String(count)}`);
  for (const each of logs) {
    const of = `{log="${each.name.replaceAll(/["\\]/g, '')}"}`;
    lines.push(`parley_witness_entries${of} ${String((await memory.last(each.name))?.size ?? 0)}`);
    lines.push(`parley_witness_attested_entries${of} ${sizeIn(attested.of(each))}`);
    lines.push(`parley_witness_split${of} ${(await evidence.of(each)) === undefined ? '0' : '1'}`);
  }
  lines.push(`parley_witness_faults ${String(log.faults().length)}`);
  return text(200, lines.join('\n'));
}

const sizeIn = (note: string | undefined): string =>
  note === undefined ? '0' : String(parseCheckpoint(parseNote(note).text).size);
