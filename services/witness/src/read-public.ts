import type { ReadLogFile } from '@parley/transparency';

/**
 * Milliseconds that an answer may take, and bytes that it may have. A tile has 8,192 and a note some hundreds, but one
 * who shows two pasts must not be able to make the proof of it too long.
 */
const [MOST_MS, MOST_BYTES] = [10_000, 4_000_000];

/**
 * Reads what a log or another witness shows to everybody, below an address.
 * @returns a reader that asks for each path once, and gives `undefined` for what is not there
 */
export function readerOf(address: string): ReadLogFile {
  const read = new Map<string, Promise<Uint8Array | undefined>>();
  return (path) => {
    const found = read.get(path) ?? readPublic(`${address.replace(/\/$/, '')}/${path}`);
    read.set(path, found);
    return found;
  };
}

async function readPublic(address: string): Promise<Uint8Array | undefined> {
  const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(MOST_MS) });
  if (answer.status === 404) {
    await answer.body?.cancel();
    return undefined;
  }
  if (answer.status !== 200 || !answer.body) throw new Error(`${address} answers ${String(answer.status)}`);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > MOST_BYTES) throw new Error(`${address} says more than it should`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
