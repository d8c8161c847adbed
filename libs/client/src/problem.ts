import type { Method } from './operations';

/** A sentence in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly 'zh-Hans': string;
}

/** One field at fault; `path` is a JSON pointer into what was sent. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly rule?: string;
  readonly message: Bilingual;
}

/** Problem details (RFC 9457) as the API gives them. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly rule?: string;
  readonly detail: string;
  readonly messages: Bilingual;
  readonly errors?: readonly FieldProblem[];
  readonly instance: string;
  readonly traceId?: string;
}

export interface AskedOperation {
  readonly method: Method;
  /** As in the document, with its parameters in braces. */
  readonly path: string;
}

/** The API's refusal of a call. `Parley.isProblemOf` tells by which codes an operation is refused. */
export class ParleyProblem<Code extends string = string> extends Error {
  override readonly name = 'ParleyProblem';
  readonly code: Code;
  readonly status: number;
  /** The rule that refuses, where there is one. */
  readonly rule: string | undefined;
  /** The sentence in both languages. */
  readonly messages: Bilingual;
  /** The fields at fault. */
  readonly errors: readonly FieldProblem[];

  constructor(
    readonly operation: AskedOperation,
    readonly details: ProblemDetails,
    readonly response: Response,
  ) {
    super(sentenceOf(operation, details));
    this.code = details.code as Code;
    this.status = details.status;
    this.rule = details.rule;
    this.messages = details.messages;
    this.errors = details.errors ?? [];
  }
}

/**
 * No answer came in the time and the attempts that the client has. Nobody knows whether the act was done: sent again
 * with the same key it is done once.
 */
export class ParleyUnanswered extends Error {
  override readonly name = 'ParleyUnanswered';

  constructor(
    request: Request,
    /** The key under which it was sent; `null` where it was no act. */
    readonly idempotencyKey: string | null,
    cause: unknown,
  ) {
    super(`${request.method} ${request.url}: no answer`, { cause });
  }
}

/** An answer that the API does not give, such as one of a proxy. */
export class ParleyUnexpected extends Error {
  override readonly name = 'ParleyUnexpected';

  constructor(
    { method, path }: AskedOperation,
    readonly response: Response,
  ) {
    super(`${method.toUpperCase()} ${path}: ${response.status} without a problem of the API`);
  }
}

export const isProblemDetails = (body: unknown): body is ProblemDetails =>
  typeof body === 'object' && body !== null && 'code' in body && 'messages' in body;

function sentenceOf({ method, path }: AskedOperation, { status, code, rule, detail, errors = [] }: ProblemDetails) {
  const by = rule === undefined ? '' : ` (${rule})`;
  const fields = errors.map((field) => `\n  ${field.path || '/'}: ${field.message.en}`);
  return `${method.toUpperCase()} ${path}: ${status} ${code}${by}: ${detail}${fields.join('')}`;
}
