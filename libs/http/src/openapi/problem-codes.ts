import type { OpenAPIObject } from '@nestjs/swagger';
import type { Language } from '@parley/kernel';
import type { ProblemKind } from '../problems/problem-kind';

/** The form of every code. */
export const CODE_PATTERN = '^[a-z0-9-]+$';

/** A code with one of its sentences. It stands several times where its rule or its sentence differs between acts. */
interface CodeSchema {
  readonly const: string;
  /** The status, and the rule that refuses where there is one. */
  readonly title: string;
  /** The sentence in the document's language. */
  readonly description: string;
}

interface CodesSchema {
  readonly type: 'string';
  readonly pattern: string;
  readonly description: string;
  readonly example: string;
  readonly anyOf: readonly CodeSchema[];
}

/** The schema of the codes of a document's problems, each with its rule and its sentence in one language. */
export const problemCodes = (kinds: readonly ProblemKind[], language: Language): CodesSchema =>
  codesSchema(
    kinds.map(({ code, status, rule, [language]: sentence }) => ({
      const: code,
      title: rule === undefined ? String(status) : `${String(status)}, ${rule}`,
      description: sentence,
    })),
  );

/** The codes of several documents as those of one. */
export const joinProblemCodes = (documents: readonly OpenAPIObject[]): CodesSchema =>
  codesSchema(
    documents.flatMap(
      ({ components }) => (components?.schemas?.['ProblemCode'] as CodesSchema | undefined)?.anyOf ?? [],
    ),
  );

const codesSchema = (codes: readonly CodeSchema[]): CodesSchema => ({
  type: 'string',
  pattern: CODE_PATTERN,
  description: 'Stable, for programs. The title of each is its status and, where there is one, the rule that refuses.',
  example: 'stale',
  anyOf: [...new Map(codes.map((code) => [JSON.stringify(code), code])).values()].sort((a, b) =>
    placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0,
  ),
});

/** Codes stand by their rule. Sentences of one rule have words in common, so the document is smaller, too. */
const placeOf = ({ const: code, title }: CodeSchema): string => `${title.split(', ')[1] ?? ''} ${code}`;
