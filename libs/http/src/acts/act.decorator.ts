import { applyDecorators, Delete, HttpCode, Post, Put, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import type { refusals, Whose } from '@parley/access';
import { Roles } from '@parley/auth';
import type { Decides, ReasonsOf, RefusalReason, Role, Side } from '@parley/kernel';
import { lateEntryRefusals } from '@parley/procedure';
import { Refuses } from '../openapi/refuses.decorator';
import type { Asks } from './asked-acts';

/** Marks a route whose operation is an act, for the API's document. */
export const ACT_EXTENSION = 'x-act' as const;
/** Metadata key of the act that a route declares. */
export const DECLARED_ACT = 'parley:act';

/** The path under that of its controller, by the method that does the act. */
type ActRoute = { readonly post: string } | { readonly put: string } | { readonly delete: string };

/** The whole declaration of an act; routes, guard, document, tables and suites are made from it. */
export type ActDeclaration<
  Table extends readonly RefusalReason[] = readonly RefusalReason[],
  By extends Decides | readonly Decides[] = Decides | readonly Decides[],
> = ActRoute & {
  /** Status of its success; 200 when left out. */
  readonly status?: 200 | 201 | 202 | 204;
  /** The rule that gives it to these roles. */
  readonly rule: string;
  readonly as: readonly [Role, ...Role[]];
  /** The side whose desk may do it; either when left out. */
  readonly side?: Side;
  /** Whose desk may do it, where the case itself says so; its decider refuses any other. */
  readonly whose?: Whose;
  /**
   * It may have come by another channel, and then be entered by a registry officer of the same side as well; paper for
   * somebody of neither side always has (I-67).
   * What the entry adds to the refusals is told by itself.
   */
  readonly late?: true | 'paper';
  /** A side that requires signatures of itself requires one of this act, by its desk or its co-head. */
  readonly signed?: true;
  /** Every refusal by which the rules say that it may not be done: what `decides` refuses, and who may not act. */
  readonly refuses: Table;
  /**
   * What decides it, and what bars it before that. The compiler sees to it that they and the table tell the same
   * refusals.
   */
  readonly decides: By;
  /** Says, without its body, whether it may be done now. When left out, OPTIONS judges by the caller alone. */
  readonly asks?: Asks;
};

type CodesOf<Reasons extends RefusalReason> = Reasons['code'];
type OfAccess = CodesOf<(typeof refusals)[keyof typeof refusals]>;

/** The type of a fault in a table; `unknown` where the table tells exactly what its deciders refuse. */
type HeldTo<Table extends readonly RefusalReason[], By extends Decides | readonly Decides[]> = Misses<
  Exclude<CodesOf<ReasonsOf<By>>, CodesOf<Table[number]>>,
  Exclude<CodesOf<Table[number]>, CodesOf<ReasonsOf<By>> | OfAccess>
>;
type Misses<Refused, Told> = [Refused, Told] extends [never, never]
  ? unknown
  : { readonly refuses: { readonly refusedButNotTold: Refused; readonly toldButNeverRefused: Told } };

/**
 * The code by which an act is refused while the screening is suspended. An act that does not declare it is taken then.
 */
const SUSPENDED = 'screening-suspended';

/**
 * Declares a route that does something on the record: where, by whom and by which rule, and what it refuses.
 * `Idempotency-Key` is required, `If-Match` understood. Take the act itself as a parameter with `@Received()`.
 */
export const Act = <const Table extends readonly RefusalReason[], const By extends Decides | readonly Decides[]>(
  declared: ActDeclaration<Table, By> & HeldTo<Table, By>,
): MethodDecorator => {
  const { status = 200, rule, as, side, whose, late, refuses } = declared;
  return applyDecorators(
    routeOf(declared),
    HttpCode(status),
    Refuses(...refuses, ...(late === 'paper' ? OF_PAPER : late ? OF_LATE_ENTRIES : [])),
    Roles({ rule }, ...as),
    SetMetadata(DECLARED_ACT, declared),
    ApiExtension(ACT_EXTENSION, {
      rule,
      ...(side === undefined ? {} : { side }),
      ...(whose === undefined ? {} : { whose }),
      ...(late ? { late: true } : {}),
      ...(refuses.every(({ code }) => code !== SUSPENDED) ? { whileSuspended: true } : {}),
    }),
    ApiHeader({
      name: 'Idempotency-Key',
      description:
        'Names this act: sent again with the same body it is done once and answered alike (I-28). 1 to ' +
        '200 printable ASCII characters.',
      required: true,
      schema: { type: 'string', minLength: 1, maxLength: 200 },
      example: '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11',
    }),
    ApiHeader({
      name: 'If-Match',
      description: 'The ETag at which the act was decided on; if the thing has changed since, the answer is 412.',
      required: false,
      schema: { type: 'string', pattern: '^"(-1(?=\\.)|[0-9]+)(\\.[0-9]+)?"$' },
      example: '"3"',
    }),
  );
};

/** What the entry of an act that came by another channel may meet. */
const OF_LATE_ENTRIES = [
  lateEntryRefusals.cameInFuture,
  lateEntryRefusals.enteredTooLate,
  lateEntryRefusals.tooMany,
  lateEntryRefusals.originalMissing,
  lateEntryRefusals.cameBeforeItsTime,
  lateEntryRefusals.cameTooLate,
  lateEntryRefusals.nothingAwaited,
  lateEntryRefusals.overtaken,
] as const;

/** What the entry of paper for somebody of neither side may meet. */
const OF_PAPER = [
  lateEntryRefusals.cameInFuture,
  lateEntryRefusals.tooMany,
  lateEntryRefusals.originalMissing,
] as const;

/** The method that does an act. */
export const methodOf = (declared: ActRoute): 'POST' | 'PUT' | 'DELETE' =>
  'post' in declared ? 'POST' : 'put' in declared ? 'PUT' : 'DELETE';

const routeOf = (declared: ActRoute): MethodDecorator => {
  if ('post' in declared) return Post(declared.post);
  return 'put' in declared ? Put(declared.put) : Delete(declared.delete);
};
