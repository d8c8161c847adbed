import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { CaseId, Tier } from '@parley/kernel';
import { mergeMap, type Observable } from 'rxjs';
import { acceptedRequestOf, type AcceptedRequest } from '../app/accepted-request';
import { Reading } from './reading';

export const LOGGED_READ = 'parley:logged-read';

/** What a route hands out, as its entry in the log of reads says it. */
export interface LoggedRead {
  /** The thing, in the words of its service; a parameter of the path stands as in the path: `draft :draftId`. */
  readonly subject: string;
  /** The part of it; `content` when left out. */
  readonly what?: string;
  readonly tier: Exclude<Tier, 'PUBLIC'>;
}

type Parameters = Readonly<Record<string, string | undefined>>;

/** Logs what a route hands out before it is answered (I-40). */
@Injectable()
export class LoggedReadInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const read = this.reflector.get<LoggedRead | string>(LOGGED_READ, context.getHandler());
    const request = acceptedRequestOf(context);
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        // Such as 304: without a body nothing is handed out.
        if (answer === undefined) return answer;
        if (typeof read !== 'string') await this.note(read, request);
        else if (!this.reading.hasNoted(request))
          throw new Error(`nothing was noted of ${request.routeOptions.url ?? ''}`);
        return answer;
      }),
    );
  }

  private note({ subject, what = 'content', tier }: LoggedRead, request: AcceptedRequest): Promise<void> {
    const parameters = request.params as Parameters;
    const named = subject.replaceAll(/:(\w+)/g, (_whole, name: string) => parameters[name] ?? '');
    const caseId = (parameters['caseId'] ?? null) as CaseId | null;
    return this.reading.note(caseId, [{ subject: named, what, tier }], request.caller, request);
  }
}
