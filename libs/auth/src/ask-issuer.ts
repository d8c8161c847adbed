/** More than any issuer needs to say of itself or of its keys. */
const MOST_BYTES = 262_144;

/**
 * Asks an issuer something. An answer without end, or one that unpacks to gigabytes, ends at the limit: it would take
 * the memory by which the people of the other issuers are let in.
 */
export async function askIssuer(address: string, how: RequestInit): Promise<Response> {
  const { status, body } = await fetch(address, how);
  let left = MOST_BYTES;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      left -= piece.byteLength;
      if (left < 0) controller.error(new RangeError(`more than ${String(MOST_BYTES)} bytes from ${address}`));
      else controller.enqueue(piece);
    },
  });
  return new Response(body?.pipeThrough(limit) ?? null, { status });
}
