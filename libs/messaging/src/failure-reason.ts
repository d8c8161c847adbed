/** A name of a class or a code, which nobody's words can be. */
const NAME = /^[A-Za-z0-9_]{1,60}$/;

/**
 * What may be kept and shown of what a handler threw: its kind and, where it has one, its code, such as
 * `QueryFailedError 22P02`. Its message may quote a filing, since databases and parsers name the value that they
 * stumble on, so the words are for the log alone.
 */
export function failureReason(failure: unknown): string {
  const name = failure instanceof Error && NAME.test(failure.name) ? failure.name : 'Failure';
  const code =
    failure instanceof Error && 'code' in failure && typeof failure.code === 'string' && NAME.test(failure.code)
      ? ` ${failure.code}`
      : '';
  return `${name}${code}: its words are in the log alone`;
}
