import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { noDelegations, noPartyKeys } from '@parley/auth';
import { AnswerInterceptor } from '../acts/answer.interceptor';
import { DeclaredActs } from '../acts/declared-acts';
import { StandingInterceptor } from '../acts/standing.interceptor';
import { CallerGuard } from '../caller/caller.guard';
import { DocsController } from '../docs/docs.controller';
import { RequestPipe } from '../fields/request.pipe';
import { EarlyActInterceptor } from '../front/early-act.interceptor';
import { FOLLOW_THROUGH } from '../front/follow-through';
import { HealthController } from '../health/health.controller';
import { KnownActs } from '../openapi/known-acts';
import { ServedDocument } from '../openapi/served-document';
import { CursorCodec } from '../paging/cursor-codec';
import { StylesController } from '../pages/styles.controller';
import { KnownProblems } from '../problems/known-problems';
import { ProblemFilter } from '../problems/problem.filter';
import { ProblemsController } from '../problems/problems.controller';
import { KeysController } from '../keys/keys.controller';
import type { AppOptions } from './app-options';
import {
  CLOCK,
  CURSORS,
  DELEGATIONS,
  LOGGER,
  PARTY_KEYS,
  PUBLIC_URL,
  READINESS_CHECKS,
  SIGNER,
  SIGNING_KEYS_TAKEN,
  TOKEN_VERIFIER,
} from './tokens';

/** The parts that every service shares: guard, validation, problem details, health, keys. `createApp` brings them. */
@Module({})
export class PlatformModule {
  static of(options: AppOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [
        HealthController,
        ProblemsController,
        StylesController,
        DocsController,
        ...(options.signingKeys ? [KeysController] : []),
      ],
      providers: [
        { provide: CLOCK, useValue: options.clock },
        { provide: LOGGER, useValue: options.logger },
        { provide: TOKEN_VERIFIER, useValue: options.tokens },
        { provide: DELEGATIONS, useValue: options.delegations ?? noDelegations },
        { provide: PARTY_KEYS, useValue: options.partyKeys ?? noPartyKeys },
        { provide: SIGNER, useValue: options.signer },
        { provide: SIGNING_KEYS_TAKEN, useValue: options.signingKeys ?? (() => Promise.resolve([])) },
        { provide: FOLLOW_THROUGH, useValue: options.followThrough },
        { provide: PUBLIC_URL, useValue: options.publicUrl ?? '' },
        { provide: CURSORS, useValue: new CursorCodec(options.cursorSecret) },
        { provide: READINESS_CHECKS, useValue: options.readiness ?? [] },
        { provide: KnownProblems, useValue: new KnownProblems(options.behind) },
        ServedDocument,
        KnownActs,
        DeclaredActs,
        CallerGuard,
        { provide: APP_GUARD, useExisting: CallerGuard },
        { provide: APP_PIPE, useClass: RequestPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: EarlyActInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: StandingInterceptor },
      ],
      exports: [
        ...[CLOCK, LOGGER, DELEGATIONS, PARTY_KEYS, SIGNER, PUBLIC_URL, CURSORS],
        ...[CallerGuard, KnownProblems, KnownActs, DeclaredActs],
      ],
    };
  }
}
