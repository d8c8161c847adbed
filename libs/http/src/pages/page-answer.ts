import type { Language } from '@parley/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerEverybody } from '../compression/compress-public';
import { preferencesIn, preferredLanguage } from '../problems/preferred-language';

/** A page may only load our style sheet and send its form back to us. */
const PAGE_POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Who asks for a page, as the request tells. */
export type PageReader = Pick<FastifyRequest, 'headers' | 'query'>;

/** The language of a page: the one that its address names, else the one that the reader prefers. */
export function pageLanguage({ headers, query }: PageReader): Language {
  const { lang } = query as { readonly lang?: unknown };
  return lang === 'en' || lang === 'zh-Hans' ? lang : preferredLanguage(headers['accept-language']);
}

/** Says in the headers of an answer that it is a page in a language. Each page is for everybody. */
export function answerPage(reply: FastifyReply, lang: Language): void {
  answerEverybody(reply);
  void reply.headers({
    'content-type': 'text/html; charset=utf-8',
    'content-language': lang,
    'content-security-policy': PAGE_POLICY,
  });
}

/** The weight that `Accept` (RFC 9110) gives to a type: that of the narrowest range that holds it. */
function weightOf(type: string, accept: string): number {
  const ranges = [type, `${type.split('/')[0] ?? ''}/*`, '*/*'];
  const preferences = preferencesIn(accept);
  for (const range of ranges) {
    const found = preferences.find(({ tag }) => tag === range);
    if (found) return found.weight;
  }
  return 0;
}

/** True for a reader who would rather have a page than data, as browsers would. Who takes anything gets data. */
export const prefersPage = ({ headers: { accept = '*/*' } }: PageReader): boolean =>
  weightOf('text/html', accept) > weightOf('application/json', accept);
