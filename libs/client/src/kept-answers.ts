/** Answers that are remembered; the one that was not asked for longest goes first. */
const MOST = 20;

/** An answer as it can be given many times. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: ArrayBuffer | null;
}

/** The last answers that bore an `ETag`, so that what has not changed need not come again. */
export class KeptAnswers {
  readonly #kept = new Map<string, WholeAnswer>();

  /** Asks only for what is newer than the answer that is kept. */
  prepare({ method, url, headers }: Request): void {
    const etag = method === 'GET' ? this.#kept.get(url)?.headers.get('etag') : undefined;
    if (etag) headers.set('If-None-Match', etag);
  }

  /** @returns the answer, or the one that is kept where nothing has changed */
  settle({ method, url }: Request, answer: WholeAnswer): WholeAnswer {
    if (method !== 'GET') return answer;
    const now = answer.status === 304 ? (this.#kept.get(url) ?? answer) : answer;
    if (now.status !== 200 || !now.headers.has('etag')) return now;
    this.#kept.delete(url);
    this.#kept.set(url, now);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST && oldest !== undefined) this.#kept.delete(oldest);
    return now;
  }
}
