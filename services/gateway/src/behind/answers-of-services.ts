import type { OpenAPIObject } from '@nestjs/swagger';
import { type AnswersBehind, type ProblemKind, keptAnswer } from '@parley/http';
import { CONTEXTS, type Services } from '../routes/routes-of-services';
import { askService } from './ask-service';
import { mergeDocuments } from './merge-documents';

/** Milliseconds for which an answer is kept. These answers change only with the service's version. */
const KEPT_MS = 2_000;

/**
 * What the services say of themselves. They are asked on demand, since they may be away, or of a newer version, at any
 * time.
 */
export function answersOfServices(services: Services): AnswersBehind {
  const ofEach = <Answer>(path: string) =>
    keptAnswer(KEPT_MS, () => Promise.all(CONTEXTS.map((context) => askService<Answer>(services[context], { path }))));
  const documents = ofEach<OpenAPIObject>('/openapi.json');
  let last: { readonly of: readonly OpenAPIObject[]; readonly merged: OpenAPIObject } | undefined;
  const problems = ofEach<{ readonly items: readonly ProblemKind[] }>('/problems');
  return {
    document: async (own) => {
      const of = await documents();
      if (last?.of !== of) last = { of, merged: mergeDocuments(own, of) };
      return last.merged;
    },
    problems: async () => (await problems()).flatMap(({ items }) => items),
  };
}
