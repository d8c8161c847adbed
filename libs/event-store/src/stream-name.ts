import type { Brand } from '@parley/kernel';

/** `<context>.<kind>-<id>`. A category holds no dash, so it ends at the first one. */
export type StreamName = Brand<string, 'StreamName'>;

const STREAM = /^[a-z]+\.[a-z]+-[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * Names a stream.
 * @param category `<context>.<kind>` in lower case, such as `intake.case`
 * @param id of the thing it is about
 * @throws RangeError when the result is not a stream name
 */
export function streamName(category: string, id: string): StreamName {
  const name = `${category}-${id}`;
  if (!STREAM.test(name)) throw new RangeError(`not a stream name: ${name}`);
  return name as StreamName;
}

/** The category of a stream: `intake.case` of `intake.case-4f…`. */
export const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** The context that owns a stream and alone appends to it: `intake` of `intake.case-4f…`. */
export const contextOf = (stream: string): string => stream.slice(0, stream.indexOf('.'));

/** The id of the thing that a stream is about. */
export const streamIdOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

const UUID_LENGTH = 36;

/** The case of a stream that is named by one. The id of a case is a UUID, and some streams have more behind it. */
export const caseOfStream = (stream: string): string => streamIdOf(stream).slice(0, UUID_LENGTH);
