import { type CallHandler, type ExecutionContext, Inject, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';
import { DECLARED_ACT, type ActDeclaration } from '../acts/act.decorator';
import { ProblemError } from '../problems/problem.error';
import { FOLLOW_THROUGH, type FollowThrough, mayBeEarly } from './follow-through';

/** Decides an act again whose refusal may come of something that was recorded and not yet heard. */
export class EarlyActInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(FOLLOW_THROUGH) private readonly followThrough: FollowThrough | undefined,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { followThrough } = this;
    const act = this.reflector.get<ActDeclaration | undefined>(DECLARED_ACT, context.getHandler());
    if (!followThrough || !act) return next.handle();
    const mark = followThrough.mark();
    return next.handle().pipe(
      catchError((refusal: unknown) => {
        if (!(refusal instanceof ProblemError) || !mayBeEarly(refusal.kind.code)) return throwError(() => refusal);
        return from(followThrough.stands(mark)).pipe(
          mergeMap((stands) => (stands ? throwError(() => refusal) : next.handle())),
        );
      }),
    );
  }
}
