import { type CallHandler, type ExecutionContext, Inject, type NestInterceptor } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import { catchError, from, type Observable } from 'rxjs';
import { acceptedRequestOf } from '../app/accepted-request';
import { personOf } from '../caller/current-caller.decorator';
import { problemCatalogue } from '../problems/problem-catalogue';
import type { ProblemKind } from '../problems/problem-kind';
import { ProblemError } from '../problems/problem.error';
import { DECLARED_ACT, type ActDeclaration } from './act.decorator';
import type { BarsActs, Params } from './asked-acts';

const OF_THE_PLATFORM: readonly ProblemKind[] = Object.values(problemCatalogue);

/** Says with the refusal of an act by a rule where its case stands. */
export class StandingInterceptor implements NestInterceptor {
  constructor(
    @Inject(ModuleRef) private readonly module: ModuleRef,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const act = this.reflector.get<ActDeclaration | undefined>(DECLARED_ACT, context.getHandler());
    const gate = act?.asks?.of;
    if (!gate) return next.handle();
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          from(
            error instanceof ProblemError && error.kind.status === 409 && !OF_THE_PLATFORM.includes(error.kind)
              ? this.told(error, this.module.get<BarsActs>(gate, { strict: false }), context)
              : Promise.reject(error as Error),
          ),
        ),
      );
  }

  private async told(refusal: ProblemError, gate: BarsActs, context: ExecutionContext): Promise<never> {
    const { params, caller } = acceptedRequestOf(context);
    // The refusal stands, whatever keeps this from saying more.
    const part = await gate.openToAsk(params as Params, personOf(caller)).catch(() => undefined);
    throw part ? refusal.standing(part.stands) : refusal;
  }
}
