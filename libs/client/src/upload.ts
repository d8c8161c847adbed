import type { Transport } from './transport';

export const UPLOADS = '/v1/uploads';

/** A piece that is handed to the network at once. */
const PIECE_BYTES = 64 * 1_024;
/** The system gives up an upload after 15 minutes. */
const UPLOAD_MS = 15 * 60_000;

export interface Uploading {
  /** Hears how many bytes of how many have been handed to the network; of all when they have come. */
  readonly onSent?: (bytes: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends bytes with their digest. Once more from the beginning, if the network fails. */
export async function upload(
  transport: Transport,
  url: string,
  content: Blob | Uint8Array<ArrayBuffer>,
  { onSent, signal }: Uploading,
): Promise<Response> {
  const bytes = content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
  const headers = { 'Content-Type': 'application/octet-stream', 'Repr-Digest': await digestOf(bytes) };
  const request = { method: 'POST', headers, ...(signal ? { signal } : {}) };
  // Not every browser streams, nor over every protocol. What cannot be streamed is sent whole by the next attempt.
  const streams = onSent !== undefined && 'duplex' in Request.prototype;
  const bodyOf = (attempt: number): RequestInit =>
    streams && attempt === 1 ? streamed(inPieces(bytes, onSent)) : { body: bytes };
  const answer = await transport.send({
    answerMs: UPLOAD_MS,
    make: (attempt) => new Request(url, { ...request, ...bodyOf(attempt) }),
  });
  if (answer.ok) onSent?.(bytes.length, bytes.length);
  return answer;
}

/** The types of browsers do not know yet that a stream is sent before the answer comes. */
const streamed = (body: ReadableStream<Uint8Array>): RequestInit => {
  const init = { body, duplex: 'half' as const };
  return init;
};

/** RFC 9530. */
async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha-256=:${btoa(String.fromCharCode(...digest))}:`;
}

function inPieces(
  bytes: Uint8Array<ArrayBuffer>,
  onSent: (bytes: number, of: number) => void,
): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (sent > 0 && sent < bytes.length) onSent(sent, bytes.length);
        if (sent === bytes.length) {
          controller.close();
          return;
        }
        const piece = bytes.subarray(sent, sent + PIECE_BYTES);
        sent += piece.length;
        controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
}
