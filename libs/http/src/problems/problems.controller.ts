import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import { Shown } from '../fields/shown.decorator';
import { KnownProblems } from './known-problems';
import { problemCatalogue } from './problem-catalogue';
import { ProblemError } from './problem.error';
import { ProblemKindShown } from './problem-kind.response';

class ProblemsShown {
  @Shown({
    meaning: 'Every problem that this installation can answer with, by code.',
    type: () => ProblemKindShown,
    list: true,
  })
  readonly items: readonly ProblemKindShown[];
}

@ApiTags('Operation')
@Controller('problems')
export class ProblemsController {
  constructor(private readonly known: KnownProblems) {}

  /** Every problem that this installation can answer with. */
  @Get()
  @Public()
  @ApiOperation({ summary: 'List every problem that this installation answers with' })
  @ApiOkResponse({ type: ProblemsShown })
  async listProblems(): Promise<ProblemsShown> {
    return { items: await this.known.all() };
  }

  /** The description to which a problem's `type` leads. */
  @Get(':code')
  @Public()
  @ApiOperation({ summary: 'Read what a problem means' })
  @ApiParam({ name: 'code', description: 'Code of the problem.', example: 'stale' })
  @ApiOkResponse({ type: ProblemKindShown })
  async readProblem(@Param('code') code: string): Promise<ProblemKindShown> {
    const kind = (await this.known.all()).find((known) => known.code === code);
    if (!kind) throw new ProblemError(problemCatalogue.notFound);
    return kind;
  }
}
