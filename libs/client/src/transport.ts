import { type WholeAnswer, KeptAnswers } from './kept-answers';
import type { KeptToken } from './kept-token';
import { ParleyUnanswered } from './problem';

/** Bounds of one call with all its attempts. */
const ATTEMPTS = 5;
const PATIENCE_MS = 60_000;
/** Milliseconds before the second attempt; twice as many before each further one. */
const FIRST_PAUSE_MS = 250;
/** The system itself gives an act 20 seconds. */
const ANSWER_MS = 40_000;

const KEY = 'Idempotency-Key';

/** What came of an attempt. */
type Tried = { readonly answer: Response } | { readonly failure: unknown };

export interface Sending {
  /** Milliseconds for which each attempt waits for an answer. */
  readonly answerMs?: number;
  /** Makes the request of an attempt, 1 for the first. */
  readonly make: (attempt: number) => Request;
}

/**
 * Sends requests: with a token, with a key that all attempts at an act share, and again where that can do no harm. That
 * is after a failure of the network, and after 429 or 503 when `Retry-After` says when.
 */
export class Transport {
  readonly #answers = new KeptAnswers();

  constructor(
    private readonly token: KeptToken | undefined,
    private readonly attempts = ATTEMPTS,
  ) {}

  /** Sends a request, which is left as it was. @throws ParleyUnanswered */
  request(request: Request): Promise<Response> {
    if (request.method !== 'GET' && !request.headers.has(KEY)) request.headers.set(KEY, crypto.randomUUID());
    this.#answers.prepare(request);
    return this.send({ make: () => request.clone() });
  }

  /** @throws ParleyUnanswered */
  async send({ make, answerMs = ANSWER_MS }: Sending): Promise<Response> {
    const until = performance.now() + PATIENCE_MS;
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const request = make(attempt);
      const token = { used: undefined as string | undefined };
      const tried = await this.#try(request, answerMs, token);
      request.signal.throwIfAborted();
      if (token.used !== undefined && !renewed && 'answer' in tried && tried.answer.status === 401) {
        renewed = true;
        this.token?.forget(token.used);
        continue;
      }
      const pause = pauseAfter(tried, attempt);
      if (pause === undefined || attempt >= this.attempts || performance.now() + pause > until) {
        if ('answer' in tried) return tried.answer;
        throw new ParleyUnanswered(request, request.headers.get(KEY), tried.failure);
      }
      await passed(pause, request.signal);
    }
  }

  async #try(request: Request, answerMs: number, token: { used: string | undefined }): Promise<Tried> {
    const slow = new AbortController();
    const timer = setTimeout(() => slow.abort(new TypeError(`no answer within ${answerMs} ms`)), answerMs);
    try {
      token.used = await this.token?.current();
      if (token.used !== undefined) request.headers.set('Authorization', `Bearer ${token.used}`);
      const answer = await fetch(request, { signal: AbortSignal.any([request.signal, slow.signal]) });
      return { answer: await this.#read(request, answer) };
    } catch (failure) {
      if (isOfTheNetwork(failure) || request.signal.aborted) return { failure };
      throw failure;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Reads JSON to its end, since an answer that breaks off is none; other content may be long and is handed on. */
  async #read(request: Request, answer: Response): Promise<Response> {
    if (answer.ok && !isJson(answer)) return answer;
    const read = await answer.arrayBuffer();
    const body = [204, 304].includes(answer.status) ? null : read;
    const whole: WholeAnswer = { status: answer.status, headers: answer.headers, body };
    const settled = this.#answers.settle(request, whole);
    return new Response(settled.body, { status: settled.status, headers: settled.headers });
  }
}

/** `fetch` says by a TypeError that the network failed. What else a source of tokens throws is its caller's to see. */
const isOfTheNetwork = (failure: unknown): boolean => (failure as Partial<Error> | null)?.name === 'TypeError';

/** Milliseconds after which to try again; `undefined` where that is not called for. */
function pauseAfter(tried: Tried, attempt: number): number | undefined {
  // The chance keeps many clients from coming back all at once.
  const grown = FIRST_PAUSE_MS * 2 ** (attempt - 1) * (1 + Math.random());
  if ('failure' in tried) return grown;
  const { status, headers } = tried.answer;
  if (status !== 429 && status !== 503) return undefined;
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.max(seconds * 1_000, grown) : status === 429 ? grown : undefined;
}

/** Waits, and no longer than the caller does. */
export function passed(millis: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const given = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', given);
      resolve();
    }, millis);
    signal?.addEventListener('abort', given, { once: true });
  });
}

const isJson = ({ headers }: Response): boolean =>
  /^application\/([a-z]+\+)?json\b/.test(headers.get('content-type') ?? '');
