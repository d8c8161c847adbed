import type { Bilingual, Clock } from '@parley/kernel';
import { instantFromMillis, millisOf } from '@parley/kernel';
import type { FastifyInstance } from 'fastify';
import { html } from './html';
import { answerPage, pageLanguage, prefersPage } from './page-answer';
import { FRAME_WORDS, pageFrame, pageLink } from './page-frame';

const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

const WORDS = {
  start: say('Start', '首页'),
  lead: say(
    'The first stop for a grievance of one government against the other. The secretariat advises; it does not judge.',
    '一国政府对另一国政府提出申诉的第一站。秘书处提供意见，不作裁决。',
  ),
  docket: say('Every case, and where it stands.', '全部案件及其所处阶段。'),
  rules: say('What each rule says, and why.', '每条规则的内容和理由。'),
  problems: say('What a refusal means, and what to do instead.', '拒绝的含义以及可采取的做法。'),
  glossary: say('The words of the procedure.', '程序用语。'),
  docs: say('For whoever files, reviews or audits by program.', '供通过程序提交、审查和审计的人员使用。'),
} as const;

/** Where the first page leads: path, name, and what is there. */
const PLACES: readonly (readonly [path: string, name: Bilingual, what: Bilingual])[] = [
  ['/docket', FRAME_WORDS.docket, WORDS.docket],
  ['/rules', FRAME_WORDS.rules, WORDS.rules],
  ['/problems', FRAME_WORDS.problems, WORDS.problems],
  ['/glossary', FRAME_WORDS.glossary, WORDS.glossary],
  ['/docs', FRAME_WORDS.docs, WORDS.docs],
];

/** The scales of a court have a beam that leans to no side. */
const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0f3d5e"/>
<path d="M16 6v19M8 26h16M6 10h20M6 10l-3 8h6zM26 10l-3 8h6z" fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round"/></svg>`;

/** What is for the public may be searched; the rest asks for a token. */
const ROBOTS = 'User-agent: *\nDisallow: /v1/\nDisallow: /oidc/\nAllow: /\n';

const DAYS_VALID = 90;
const DAY_MS = 86_400_000;

/**
 * Serves what a browser, a search engine and a finder of faults look for at the top of a site: `/`, `/favicon.ico`,
 * `/robots.txt` and, where a contact is configured, `/.well-known/security.txt` (RFC 9116).
 * @param site the contact is a `mailto:` or `https:` address; the address of the site is that of its security.txt
 */
export function serveSite(
  fastify: FastifyInstance,
  site: { readonly clock: Clock; readonly publicUrl: string; readonly securityContact: URL | undefined },
): void {
  const { clock, publicUrl, securityContact } = site;
  fastify.get('/', (request, reply) => {
    void reply.header('vary', 'accept, accept-language');
    if (!prefersPage(request)) return { places: PLACES.map(([path, name]) => ({ path, name })) };
    const lang = pageLanguage(request);
    answerPage(reply, lang);
    return pageFrame(
      { lang, title: WORDS.start[lang], part: { name: WORDS.start, path: '/' }, path: '/', data: '/', foot: [] },
      html`<h1>${FRAME_WORDS.secretariat[lang]}</h1>
<p class="lead">${WORDS.lead[lang]}</p>
<ul class="entries">${PLACES.map(
        ([path, name, what]) =>
          html`<li><p class="key"><a href="${pageLink(path, lang)}">${name[lang]}</a></p><p>${what[lang]}</p></li>`,
      )}</ul>`,
    );
  });
  fastify.get('/favicon.ico', (_request, reply) =>
    reply.headers({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }).send(ICON),
  );
  fastify.get('/robots.txt', (_request, reply) => reply.type('text/plain; charset=utf-8').send(ROBOTS));
  if (securityContact === undefined) return;
  fastify.get('/.well-known/security.txt', (_request, reply) => {
    const expires = instantFromMillis(millisOf(clock.now()) + DAYS_VALID * DAY_MS);
    const lines = [
      `Contact: ${securityContact.href}`,
      `Expires: ${expires}`,
      'Preferred-Languages: en, zh',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
    ];
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}
