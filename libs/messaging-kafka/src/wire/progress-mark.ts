import { parseInstant, type Instant } from '@parley/kernel';

/**
 * Says in one partition of a context's topic: everything that the context recorded before the instant lies before this
 * mark, in this partition and in the others that are marked alike. Not a public event, and meant for no one but the
 * feed.
 */
export interface ProgressMark {
  readonly context: string;
  readonly instant: Instant;
  /** How many partitions carry such a mark. */
  readonly partitions: number;
}

export const PROGRESS_TYPE = 'parley.progress.v1';

const MOST_PARTITIONS = 100_000;

/**
 * Headers and value of a mark, in the form of a CloudEvent too, so that other readers of the topic know what to pass
 * over.
 */
export function recordOfMark({ context, instant, partitions }: ProgressMark): {
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Uint8Array;
} {
  return {
    headers: {
      ce_specversion: '1.0',
      ce_id: `${context} ${instant}`,
      ce_source: `/parley/${context}`,
      ce_type: PROGRESS_TYPE,
      'content-type': 'application/json',
    },
    value: Buffer.from(JSON.stringify({ context, instant, partitions })),
  };
}

export const isMark = (headers: Readonly<Record<string, Uint8Array>>): boolean =>
  Buffer.from(headers['ce_type'] ?? []).toString('utf8') === PROGRESS_TYPE;

/** Reads a mark; `undefined` for one that this version does not understand. */
export function readMark(value: Uint8Array): ProgressMark | undefined {
  try {
    const { context, instant, partitions } = JSON.parse(Buffer.from(value).toString('utf8')) as Readonly<
      Record<string, unknown>
    >;
    const read = typeof instant === 'string' ? parseInstant(instant) : undefined;
    if (typeof context !== 'string' || read === undefined || typeof partitions !== 'number') return undefined;
    return Number.isInteger(partitions) && partitions > 0 && partitions < MOST_PARTITIONS
      ? { context, instant: read, partitions }
      : undefined;
  } catch {
    return undefined;
  }
}
