import { type CallHandler, type ExecutionContext, type NestInterceptor, UseInterceptors } from '@nestjs/common';
import type { Language } from '@parley/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, map, of, throwError, type Observable } from 'rxjs';
import { asProblem } from '../problems/as-problem';
import { problemPage } from '../problems/problem.page';
import { answerPage, pageLanguage, prefersPage } from './page-answer';

/** Makes a page of what a route answers, in a language. */
export type MakesPage<Body> = (body: Body, lang: Language) => string;

class PageInterceptor<Body> implements NestInterceptor<Body, Body | string> {
  constructor(private readonly page: MakesPage<Body>) {}

  intercept(context: ExecutionContext, next: CallHandler<Body>): Observable<Body | string> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    void reply.header('vary', 'accept, accept-language');
    if (!prefersPage(request)) return next.handle();
    const lang = pageLanguage(request);
    return next.handle().pipe(
      map((body) => {
        answerPage(reply, lang);
        return this.page(body, lang);
      }),
      catchError((error: unknown) => {
        const { kind } = asProblem(error);
        if (kind.status !== 404) return throwError(() => error);
        answerPage(reply, lang);
        void reply.code(kind.status);
        return of(problemPage({ ...kind, acts: [] }, lang));
      }),
    );
  }
}

/** Answers a reader who prefers pages with one, made of the route's JSON alone; whoever else gets the JSON. */
export const AsPage = <Body>(page: MakesPage<Body>): MethodDecorator => UseInterceptors(new PageInterceptor(page));
