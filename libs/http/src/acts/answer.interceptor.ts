import { type CallHandler, type ExecutionContext, Inject, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { CURSORS } from '../app/tokens';
import { acceptedRequestOf, type AcceptedRequest } from '../app/accepted-request';
import type { CursorCodec } from '../paging/cursor-codec';
import { POSITION_SCOPE } from '../paging/position';
import { Answer } from './answer';
import { entityTag } from './entity-tag';
import { proofLink, proofLinks } from './proof-link';

/** Writes the status and headers of an `Answer`; leaves every other value as it is. */
export class AnswerInterceptor implements NestInterceptor {
  constructor(@Inject(CURSORS) private readonly cursors: CursorCodec) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const request = acceptedRequestOf(context);
    return next
      .handle()
      .pipe(map((value: unknown) => (value instanceof Answer ? this.write(value, request, reply) : value)));
  }

  private write({ body, about }: Answer<unknown>, { caller, params }: AcceptedRequest, reply: FastifyReply): unknown {
    if (about.status !== undefined) void reply.code(about.status);
    if (about.revision !== undefined && (about.revision >= 0 || about.facts !== undefined))
      void reply.header('etag', entityTag(about.revision, about.facts));
    if (about.position !== undefined)
      void reply.header('parley-position', this.cursors.seal(POSITION_SCOPE, about.position));
    if (about.location !== undefined) void reply.header('location', about.location);
    const link = about.events ? proofLink(about.events, caller, params as object) : proofLinks(about.tells ?? []);
    if (link !== undefined) void reply.header('link', link);
    return body;
  }
}
