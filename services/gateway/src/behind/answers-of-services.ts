import type { OpenAPIObject } from '@nestjs/swagger';
import { type AnswersBehind, keptAnswer, type ProblemKind } from '@parley/http';
import type { Language } from '@parley/kernel';
import { CONTEXTS, type Services } from '../routes/routes-of-services';
import { askService, type Question } from './ask-service';
import { mergeDocuments } from './merge-documents';

/** Milliseconds for which an answer is kept. These answers change only with the service's version. */
const KEPT_MS = 2_000;

const DOCUMENT = '/openapi.json';

/**
 * What the services say of themselves. They are asked on demand, since they may be away, or of a newer version, at any
 * time.
 */
export function answersOfServices(services: Services): AnswersBehind {
  const ofEach = <Answer>(question: Question) =>
    keptAnswer(KEPT_MS, () => Promise.all(CONTEXTS.map((context) => askService<Answer>(services[context], question))));
  const merged = {
    en: mergedIn(ofEach<OpenAPIObject>({ path: DOCUMENT, language: 'en' })),
    'zh-Hans': mergedIn(ofEach<OpenAPIObject>({ path: DOCUMENT, language: 'zh-Hans' })),
  } satisfies Record<Language, unknown>;
  const problems = ofEach<{ readonly items: readonly ProblemKind[] }>({ path: '/problems' });
  return {
    document: (own, language) => merged[language](own),
    problems: async () => (await problems()).flatMap(({ items }) => items),
  };
}

/** Merges the services' documents with one's own, anew when one of them has changed. */
function mergedIn(documents: () => Promise<readonly OpenAPIObject[]>): (own: OpenAPIObject) => Promise<OpenAPIObject> {
  let last: { readonly of: readonly OpenAPIObject[]; readonly merged: OpenAPIObject } | undefined;
  return async (own) => {
    const of = await documents();
    if (last?.of !== of) last = { of, merged: mergeDocuments(own, of) };
    return last.merged;
  };
}
