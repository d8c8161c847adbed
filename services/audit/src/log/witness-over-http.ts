import { hash } from 'node:crypto';
import type { PostToWitness } from '@parley/transparency';

/** A witness as the log reaches it. */
export interface ReachedWitness {
  /** Asks it to cosign. @throws Error when it cannot be reached, takes too long or says too much */
  readonly post: PostToWitness;
  /**
   * The checkpoint that it cosigned last, not yet looked at; `undefined` when it has cosigned none.
   * @throws Error as `post` does, after two seconds already
   */
  readonly last: () => Promise<string | undefined>;
  /** The proof of two pasts that it publishes, not yet looked at; `undefined` when it publishes none. */
  readonly split: () => Promise<string | undefined>;
}

/** Milliseconds that an answer may take. */
const MOST_MS = 10_000;
/** Milliseconds that the log waits for it as it starts: what is recorded then is to be in the log soon (I-37). */
const AT_START_MS = 2_000;
/** Bytes that an answer may have: some lines of signature, and a proof with two notes. */
const [MOST_SIGNED, MOST_PROVED] = [65_536, 4_000_000];

/**
 * A witness at an address (C2SP tlog-witness).
 * @param url without a slash at the end
 * @param origin name of the log
 * @param stopped ends what is under way
 */
export function witnessOverHttp(url: string, origin: string, stopped: AbortSignal): ReachedWitness {
  const ask = async (path: string, most: number, { body, within = MOST_MS }: Asking = {}) => {
    const answer = await fetch(`${url}/${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body }),
      redirect: 'error',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(within)]),
    });
    return { status: answer.status, body: await textOf(answer, most) };
  };
  const published = async (what: string, most: number, asking?: Asking) => {
    const { status, body } = await ask(`${hash('sha256', origin)}/${what}`, most, asking);
    if (status === 404) return undefined;
    if (status !== 200) throw new Error(`it answers ${String(status)}`);
    return body;
  };
  return {
    post: (body) => ask('add-checkpoint', MOST_SIGNED, { body }),
    last: () => published('checkpoint', MOST_SIGNED, { within: AT_START_MS }),
    split: () => published('split', MOST_PROVED),
  };
}

interface Asking {
  readonly body?: string;
  readonly within?: number;
}

async function textOf(answer: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > most) throw new Error('it says more than it should');
    parts.push(part);
  }
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(parts));
}
