import type { OpenAPIObject } from '@nestjs/swagger';
import { refusals } from '@parley/access';
import type { Bilingual } from '@parley/kernel';
import { ACT_EXTENSION } from '../acts/act.decorator';
import { kindOfReason, type ProblemKind } from '../problems/problem-kind';
import { LOGGED_READ_EXTENSION } from '../reads/logged-read.decorator';
import { problemCatalogue as known } from '../problems/problem-catalogue';
import { PROBLEM_CONTENT } from '../problems/problem';
import { UPLOAD_CONTENT } from '../uploads/upload.decorator';
import { type Operation, operationsOf } from './operations-of';
import { REFUSALS_EXTENSION } from './refuses.decorator';

interface DeclaredRefusal {
  readonly code: string;
  readonly rule: string;
  readonly status: 403 | 404 | 409 | 422;
  readonly messages: Bilingual;
}

/**
 * Adds to every operation the problems that it can answer with, an example for each code.
 * @returns the business refusals that operations declare
 */
export function describeProblems(document: OpenAPIObject): readonly ProblemKind[] {
  const all: ProblemKind[] = [];
  for (const { operation } of operationsOf(document)) {
    const declared = (operation[REFUSALS_EXTENSION] ?? []) as readonly DeclaredRefusal[];
    const refused = declared.map(({ messages, ...reason }) => kindOfReason({ ...reason, ...messages }));
    all.push(...refused);
    const kinds = [...platformProblems(operation), ...refused];
    for (const status of new Set(kinds.map((kind) => kind.status))) {
      operation.responses[status] = responseOf(kinds.filter((kind) => kind.status === status));
    }
  }
  return all;
}

function platformProblems(operation: Operation): readonly ProblemKind[] {
  const isAct = operation[ACT_EXTENSION] !== undefined;
  const hasInput = operation.requestBody !== undefined || (operation.parameters ?? []).length > 0;
  return [
    ...(hasInput ? [known.malformedRequest, known.notFound, known.invalidFields] : []),
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

const takesUpload = ({ requestBody }: Operation): boolean =>
  UPLOAD_CONTENT in ((requestBody as { readonly content?: object }).content ?? {});

/** An act that may be entered late (I-67). */
const isLate = (operation: Operation): boolean =>
  (operation[ACT_EXTENSION] as { readonly late?: true } | undefined)?.late ?? false;

/** A person who acts for a party may no longer be allowed to. */
const isActOfDesks = (operation: Operation): boolean =>
  (operation[ACT_EXTENSION] as { readonly as: readonly string[] } | undefined)?.as.includes('desk') ?? false;

function responseOf(kinds: readonly ProblemKind[]): object {
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  return {
    description: [...byCode.values()]
      .map(({ code, rule, en }) => `\`${code}\`${rule === undefined ? '' : ` (${rule})`}: ${en}`)
      .join('\n\n'),
    content: {
      [PROBLEM_CONTENT]: {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(
          [...byCode].map(([code, kind]) => [code, { summary: kind.title, value: exampleOf(kind) }]),
        ),
      },
    },
  };
}

const exampleOf = ({ code, title, status, rule, en, 'zh-Hans': zh }: ProblemKind): object => ({
  type: `/problems/${code}`,
  title,
  status,
  code,
  ...(rule === undefined ? {} : { rule }),
  detail: en,
  messages: { en, 'zh-Hans': zh },
  instance: '/v1/…',
});
