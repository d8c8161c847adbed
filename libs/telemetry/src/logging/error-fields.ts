/** What the log says of an error. */
export interface ErrorFields {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  /** Where it was thrown, without its message. */
  readonly stack: readonly string[];
  readonly cause?: ErrorFields;
}

/**
 * The fields of an error that cannot quote a filing: never a query, its parameters or a row. The message of a database
 * or a parser quotes the value that it stumbled on, so only the code of these is logged.
 */
export function errorFields(error: unknown): ErrorFields {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(quotesValues(error) ? {} : { message: error.message }),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => FRAME.test(line))
      .map((line) => line.trim()),
    ...(error.cause instanceof Error ? { cause: errorFields(error.cause) } : {}),
  };
}

const FRAME = /^\s+at /;

/** An error of PostgreSQL has a severity, one of TypeORM the query; JSON.parse quotes the text. */
const quotesValues = (error: Error): boolean => error instanceof SyntaxError || 'severity' in error || 'query' in error;
