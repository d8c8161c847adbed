import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import type { Language } from '@parley/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { namesTag } from '../acts/entity-tag';
import { answerEverybody } from '../compression/compress-public';
import { exampleOfAnswer } from '../openapi/describe-answers';
import { ServedDocument } from '../openapi/served-document';
import { answerPage, pageLanguage } from '../pages/page-answer';
import { KnownProblems } from '../problems/known-problems';
import { problemCatalogue } from '../problems/problem-catalogue';
import { problemPage } from '../problems/problem.page';
import { chapterPage, docsPage, guidePage } from './docs.page';
import { GUIDES } from './guides/guides';
import { referenceOf } from './reference';

/** The API's document for people. Each page is made when it is asked for, and is not sent again to who has it. */
@ApiExcludeController()
@Public()
@Controller('docs')
export class DocsController {
  constructor(
    private readonly served: ServedDocument,
    private readonly problems: KnownProblems,
  ) {}

  @Get()
  async index(@Query('q') search: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reference = await this.reference();
    const asked = typeof search === 'string' ? search : undefined;
    send((lang) => docsPage(reference, asked, lang), request, reply);
  }

  @Get('guides/:guide')
  guide(@Param('guide') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const guide = GUIDES.find((each) => each.name === name);
    send(guide && ((lang) => guidePage(guide, lang)), request, reply);
  }

  /** A whole example of an answer; the document names its address. */
  @Get('answers/:schema')
  async answer(
    @Param('schema') schema: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const example = exampleOfAnswer(await this.served.read('en'), schema);
    if (example === undefined) {
      send(undefined, request, reply);
      return;
    }
    answerEverybody(reply);
    void reply.send(example);
  }

  @Get(':chapter')
  async chapter(
    @Param('chapter') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reference = await this.reference();
    const chapter = reference.chapters.find((each) => each.slug === slug);
    send(chapter && ((lang) => chapterPage(chapter, reference, lang)), request, reply);
  }

  private async reference() {
    return referenceOf(await this.served.read('en'), await this.problems.all());
  }
}

/** Sends a page in the reader's language; where there is none, the one that says so. */
function send(page: ((lang: Language) => string) | undefined, request: FastifyRequest, reply: FastifyReply): void {
  const lang = pageLanguage(request);
  answerPage(reply, lang);
  void reply.header('vary', 'accept-language');
  if (page === undefined) {
    void reply.code(404).send(problemPage({ ...problemCatalogue.notFound, acts: [] }, lang));
    return;
  }
  const made = page(lang);
  const tag = `W/"${createHash('sha256').update(made).digest('base64url').slice(0, 22)}"`;
  void reply.headers({ etag: tag, 'cache-control': 'no-cache' });
  if (namesTag(request.headers['if-none-match'], tag)) void reply.code(304).send();
  else void reply.send(made);
}
