/** The form of a class's name or a code. It has no room for anybody's words. */
const NAME = /^[A-Za-z0-9_]{1,60}$/;

/**
 * The part of an error from a handler that may be kept and shown: its kind and, where it has one, its code, such as
 * `QueryFailedError 22P02`. Its message may quote a filing, because databases and parsers name the value that they
 * stumble on. So the message is for the log alone.
 */
export function failureReason(failure: unknown): string {
  const name = failure instanceof Error && NAME.test(failure.name) ? failure.name : 'Failure';
  const code =
    failure instanceof Error && 'code' in failure && typeof failure.code === 'string' && NAME.test(failure.code)
      ? ` ${failure.code}`
      : '';
  return `${name}${code}: its words are in the log alone`;
}
