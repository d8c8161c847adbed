import type { OpenAPIObject } from '@nestjs/swagger';
import { refusals } from '@parley/access';
import type { Language, RefusalReason } from '@parley/kernel';
import { ACT_EXTENSION } from '../acts/act.decorator';
import { kindOfReason, type ProblemKind } from '../problems/problem-kind';
import { LAST_EVENT_ID } from '../app/lasting-answers';
import { CASE_NAME } from '../fields/case-name';
import { LOGGED_READ_EXTENSION } from '../reads/logged-read.decorator';
import { problemCatalogue as known } from '../problems/problem-catalogue';
import { PROBLEM_CONTENT } from '../problems/problem';
import { signatureProblems } from '../problems/signature-problems';
import { UPLOAD_CONTENT } from '../uploads/upload.decorator';
import { type Operation, operationsOf } from './operations-of';
import { problemCodes } from './problem-codes';
import { REFUSALS_EXTENSION } from './refuses.decorator';
import { sharedPart } from './share-parts';

/**
 * Statuses that an operation names one by one. With any other a request may be answered whatever it asks for, so those
 * stand together as its default.
 */
const NAMED: readonly number[] = [400, 401, 403, 404, 409, 412, 422];

/** Where nothing else can be wrong with a request, it is named that there may be too many of them. */
const isNamed = (status: number, kinds: readonly ProblemKind[]): boolean =>
  NAMED.includes(status) || (status === 429 && !kinds.some((kind) => NAMED.includes(kind.status)));

/**
 * Adds to every operation the problems that it can answer with, and to the document what each of their codes means, in
 * one language.
 * @returns the business refusals that operations declare
 */
export function describeProblems(document: OpenAPIObject, language: Language): readonly ProblemKind[] {
  const business: ProblemKind[] = [];
  const all: ProblemKind[] = [];
  for (const { operation } of operationsOf(document)) {
    const { [REFUSALS_EXTENSION]: declared = [] } = operation;
    const refused = (declared as readonly RefusalReason[]).map(kindOfReason);
    const kinds = [...platformProblems(operation), ...refused];
    const named = Map.groupBy(kinds, ({ status }) => (isNamed(status, kinds) ? String(status) : 'default'));
    for (const [status, ofStatus] of named) operation.responses[status] = responseOf(ofStatus);
    Reflect.deleteProperty(operation, REFUSALS_EXTENSION);
    business.push(...refused);
    all.push(...kinds);
  }
  // Some answer a request that reaches no operation, such as one of another method.
  const codes = { ProblemCode: problemCodes([...Object.values<ProblemKind>(known), ...all], language) as object };
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...codes } };
  return business;
}

function platformProblems(operation: Operation): readonly ProblemKind[] {
  const isAct = operation[ACT_EXTENSION] !== undefined;
  const hasInput = operation.requestBody !== undefined || (operation.parameters ?? []).length > 0;
  return [
    ...(hasInput ? [known.malformedRequest, known.notFound, known.invalidFields] : []),
    ...(takesId(operation) ? [known.malformedId] : []),
    ...(takesCursor(operation) ? [known.cursorInvalid] : []),
    ...(goesOn(operation) ? [known.tooManyStreams] : []),
    ...(operation.requestBody === undefined
      ? []
      : [
          known.malformedJson,
          known.invalidUtf8,
          known.jsonTooDeep,
          known.jsonKeyRepeated,
          known.jsonTooManyKeys,
          known.jsonTooManyValues,
          known.requestTimeout,
          known.bodyTooLarge,
          known.wrongContentType,
          ...(takesUpload(operation) ? [known.uploadCutOff, known.uploadTooSlow] : []),
        ]),
    ...(operation.security === undefined ? [] : [known.unauthenticated, known.tokenInvalid, known.roleRequired]),
    ...(LOGGED_READ_EXTENSION in operation ? [known.purposeMissing] : []),
    ...(isAct
      ? [
          known.idempotencyKeyMissing,
          known.idempotencyKeyMalformed,
          known.ifMatchMalformed,
          ...Object.values(signatureProblems),
          known.idempotencyKeyReused,
          known.stale,
          known.contended,
          known.delayed,
          known.laterVersion,
          known.clockUntrusted,
          known.storageFull,
        ]
      : []),
    ...(isAct && !isLate(operation)
      ? [isActOfDesks(operation) ? known.neverEnteredLate : known.enteredByAuthorAlone]
      : []),
    ...(isActOfDesks(operation) ? [kindOfReason(refusals.delegationNotInForce)] : []),
    known.tooManyRequests,
    known.internal,
    known.unavailable,
  ];
}

/** An operation with an id in its path, or with a docket number in place of one. */
const takesId = ({ parameters = [] }: Operation): boolean =>
  parameters.some(({ in: where, schema = {} }) => {
    const { format, pattern } = schema as { readonly format?: string; readonly pattern?: string };
    return where === 'path' && (format === 'uuid' || pattern === CASE_NAME.pattern);
  });

/** What an answer gave, sealed: a place in a list or in the record, or the token of a feed. */
const SEALED: readonly string[] = ['cursor', 'after', 'token'];

/** An operation that takes back what an answer gave. */
const takesCursor = (operation: Operation): boolean =>
  goesOn(operation) || (operation.parameters ?? []).some(({ name }) => SEALED.includes(name));

/** An operation whose answer goes on, and is taken up again where it broke off. */
const goesOn = ({ parameters = [] }: Operation): boolean => parameters.some(({ name }) => name === LAST_EVENT_ID);

const takesUpload = ({ requestBody }: Operation): boolean =>
  UPLOAD_CONTENT in ((requestBody as { readonly content?: object }).content ?? {});

/** An act that may be entered late (I-67). */
const isLate = (operation: Operation): boolean =>
  (operation[ACT_EXTENSION] as { readonly late?: true } | undefined)?.late ?? false;

/** A person who acts for a party may no longer be allowed to. */
const isActOfDesks = (operation: Operation): boolean =>
  operation[ACT_EXTENSION] !== undefined &&
  (operation['x-roles'] as readonly string[] | undefined)?.includes('desk') === true;

/** An answer with a problem. */
interface ProblemResponse {
  readonly description: string;
  readonly content: Readonly<Record<typeof PROBLEM_CONTENT, { readonly schema: { readonly allOf: ProblemWithCode } }>>;
}
type ProblemWithCode = readonly [
  object,
  { readonly properties: { readonly code: { readonly enum: readonly string[] } } },
];

/** An answer with a problem. A client can switch over its list of codes; its status says by itself what it means. */
const responseOf = (kinds: readonly ProblemKind[]): ProblemResponse => ({
  description: '',
  content: {
    [PROBLEM_CONTENT]: {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { properties: { code: { enum: [...new Set(kinds.map(({ code }) => code))].toSorted() } } },
        ],
      },
    },
  },
});

/** The codes of the problems that an operation of a document can answer with, each once. */
export const codesAnswered = ({ responses }: Operation, document: OpenAPIObject): readonly string[] => {
  const answers = Object.values(responses).map(
    (answer) => sharedPart(answer, document) as { readonly content?: Partial<ProblemResponse['content']> },
  );
  const codes = answers.flatMap(
    ({ content }) => content?.[PROBLEM_CONTENT]?.schema.allOf[1].properties.code.enum ?? [],
  );
  return [...new Set(codes)];
};
