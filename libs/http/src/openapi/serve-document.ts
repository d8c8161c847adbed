import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '@parley/kernel';
import { namesTag } from '../acts/entity-tag';
import type { AppOptions } from '../app/app-options';
import { answerEverybody } from '../compression/compress-public';
import { asProblem } from '../problems/as-problem';
import { KnownProblems } from '../problems/known-problems';
import { preferredLanguage } from '../problems/preferred-language';
import { sendProblem } from '../problems/send-problem';
import { buildDocument, type BuiltDocument } from './build-document';
import { ServedDocument } from './served-document';
import { written, type WrittenDocument } from './written-document';

const ADDRESS = '/openapi.json';

/**
 * Serves the API's document at /openapi.json, for this process and for any processes behind it. Its refusals are in the
 * language that is asked for. A document is built when it is first asked for: a start would otherwise take a fifth
 * longer.
 */
export function serveDocument(
  app: NestFastifyApplication,
  { behind, ...options }: Pick<AppOptions, 'howToGetToken' | 'publicUrl' | 'behind'>,
): void {
  const kept = new Map<Language, BuiltDocument>();
  const built = (language: Language): BuiltDocument => {
    const document = kept.get(language) ?? buildDocument(app, options, language);
    kept.set(language, document);
    return document;
  };
  app.get(KnownProblems).declaredBy(() => built('en').refusals);
  const served = app.get(ServedDocument);
  served.readFrom(async (language) => {
    const { document } = built(language);
    return behind?.document(document, language) ?? document;
  });
  const last = new Map<Language, WrittenDocument>();
  app
    .getHttpAdapter()
    .getInstance()
    .get(ADDRESS, async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        const language = preferredLanguage(request.headers['accept-language']);
        const document = await served.read(language);
        const known = last.get(language);
        const shown = known?.of === document ? known : written(document);
        last.set(language, shown);
        void reply.header('content-language', language);
        return await answer(shown, request, reply);
      } catch (error) {
        sendProblem(asProblem(error), request, reply);
        return reply;
      }
    });
}

/** Sends the document, or that the one that the client has is still the same. */
function answer({ tag, json }: WrittenDocument, { headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  answerEverybody(reply);
  void reply.headers({ etag: tag, 'cache-control': 'no-cache', vary: 'accept-language' });
  if (namesTag(headers['if-none-match'], tag)) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(json);
}
