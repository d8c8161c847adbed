import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/public.decorator';
import { Shown } from '../fields/shown.decorator';
import { KnownProblems } from './known-problems';
import { problemCatalogue } from './problem-catalogue';
import { ProblemError } from './problem.error';
import type { ProblemKind } from './problem-kind';

class ProblemKindShown implements ProblemKind {
  @Shown({ meaning: 'Stable code.', example: 'reply-out-of-time', kind: 'word' })
  readonly code: string;

  @Shown({ meaning: 'HTTP status.', example: 409, schema: { type: 'integer' } })
  readonly status: number;

  @Shown({ meaning: 'What kind of problem it is, in English.', example: 'Refused by a rule of procedure', kind: 'sentence' })
  readonly title: string;

  @Shown({ meaning: 'The rule that refuses, where there is one.', optional: true, kind: 'rule' })
  readonly rule?: string;

  @Shown({ meaning: 'The sentence in English.', example: 'The time for a reply has passed.', kind: 'sentence' })
  readonly en: string;

  @Shown({ meaning: 'The sentence in Chinese.', example: '答复期限已过。', kind: 'sentence' })
  readonly 'zh-Hans': string;
}

class ProblemsShown {
  @Shown({ meaning: 'Every problem that this installation can answer with, by code.', type: () => ProblemKindShown, list: true })
  readonly items: readonly ProblemKindShown[];
}

@ApiTags('operation')
@Controller('problems')
export class ProblemsController {
  constructor(private readonly known: KnownProblems) {}

  /** Every problem that this installation can answer with. */
  @Get()
  @Public()
  @ApiOperation({ summary: 'List every problem that this installation answers with' })
  @ApiOkResponse({ type: ProblemsShown })
  async list(): Promise<ProblemsShown> {
    return { items: await this.known.all() };
  }

  /** What a problem's `type` leads to. */
  @Get(':code')
  @Public()
  @ApiOperation({ summary: 'Read what a problem means' })
  @ApiParam({ name: 'code', description: 'Code of the problem.', example: 'stale' })
  @ApiOkResponse({ type: ProblemKindShown })
  async one(@Param('code') code: string): Promise<ProblemKindShown> {
    const kind = (await this.known.all()).find((known) => known.code === code);
    if (!kind) throw new ProblemError(problemCatalogue.notFound);
    return kind;
  }
}
