import type { OpenAPIObject } from '@nestjs/swagger';
import type { Language } from '@parley/kernel';
import type { ProblemKind } from '../problems/problem-kind';

/** The form of every code. */
export const CODE_PATTERN = '^[a-z0-9-]+$';

/**
 * Where generators look for what each value of an `enum` means, in the order of the values. They make one type of an
 * `enum`, and none of many constants.
 */
const MEANINGS = 'x-enum-descriptions';

interface CodesSchema {
  readonly type: 'string';
  readonly pattern: string;
  readonly description: string;
  readonly example: string;
  readonly enum: readonly string[];
  /** One of each code, in one sentence. It has several lines where the rule or the sentence differs between acts. */
  readonly [MEANINGS]: readonly string[];
}

type Meaning = readonly [code: string, line: string];

/** The schema of the codes of a document's problems, each with its rule and its sentence in one language. */
export const problemCodes = (kinds: readonly ProblemKind[], language: Language): CodesSchema =>
  codesSchema(
    kinds.map(({ code, rule, [language]: text }) => {
      const meaning = firstSentence(text, language);
      return [code, rule === undefined ? meaning : `${rule}: ${meaning}`];
    }),
  );

/** What is refused, without what to do then: that stands at `/problems/{code}`, and would make the document longer. */
function firstSentence(text: string, language: Language): string {
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return first?.segment.trim() ?? text;
}

/** The codes of several documents as those of one. */
export const joinProblemCodes = (documents: readonly OpenAPIObject[]): CodesSchema =>
  codesSchema(
    documents.flatMap(({ components }) => {
      const { enum: codes = [], [MEANINGS]: meanings = [] } = (components?.schemas?.['ProblemCode'] ??
        {}) as Partial<CodesSchema>;
      return codes.flatMap((code, at) => (meanings[at] ?? '').split('\n').map((line): Meaning => [code, line]));
    }),
  );

function codesSchema(meanings: readonly Meaning[]): CodesSchema {
  const byCode = Map.groupBy(meanings, ([code]) => code);
  const told = [...byCode].map(([code, ofCode]): Meaning => [
    code,
    [...new Set(ofCode.map(([, line]) => line))].sort().join('\n'),
  ]);
  const ordered = told.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  return {
    type: 'string',
    pattern: CODE_PATTERN,
    description:
      'Stable, for programs. What each means begins with the rule that refuses, if any; `/problems/{code}` says more.',
    example: 'stale',
    enum: ordered.map(([code]) => code),
    [MEANINGS]: ordered.map(([, lines]) => lines),
  };
}

/** Codes stand by their rule. Sentences of one rule have words in common, so the document is smaller, too. */
const placeOf = ([code, lines]: Meaning): string => `${/^([\w. -]{1,20}): /.exec(lines)?.[1] ?? ''} ${code}`;
