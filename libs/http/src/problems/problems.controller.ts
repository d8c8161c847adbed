import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import { KnownActs } from '../openapi/known-acts';
import { AsPage } from '../pages/as-page.decorator';
import { wholeList } from '../paging/pages-of';
import { KnownProblems } from './known-problems';
import { problemCatalogue } from './problem-catalogue';
import { ProblemError } from './problem.error';
import { ProblemShown, ProblemsShown } from './problem-kind.response';
import { problemPage, problemsPage } from './problem.page';

@ApiTags('Operation')
@Controller('problems')
export class ProblemsController {
  constructor(
    private readonly known: KnownProblems,
    private readonly acts: KnownActs,
  ) {}

  /** Every problem that this installation can answer with. */
  @Get()
  @Public()
  @ApiOperation({ summary: 'List every problem that this installation answers with' })
  @AsPage(problemsPage)
  @ApiOkResponse({ type: ProblemsShown })
  async listProblems(): Promise<ProblemsShown> {
    return wholeList(await this.known.all());
  }

  /** The description to which a problem's `type` leads. */
  @Get(':code')
  @Public()
  @ApiOperation({ summary: 'Read what a problem means' })
  @ApiParam({ name: 'code', description: 'Code of the problem.', example: 'stale' })
  @AsPage(problemPage)
  @ApiOkResponse({ type: ProblemShown })
  async readProblem(@Param('code') code: string): Promise<ProblemShown> {
    const kind = (await this.known.all()).find((known) => known.code === code);
    if (!kind) throw new ProblemError(problemCatalogue.notFound);
    const acts = isOfAnyRequest(code) ? [] : (await this.acts.all()).filter(({ refusals }) => refusals.includes(code));
    return { ...kind, acts: acts.map(({ operation, summary }) => ({ operation, summary })) };
  }
}

/** True for a problem that has nothing to do with the rules of an act. */
const isOfAnyRequest = (code: string): boolean => Object.values(problemCatalogue).some((kind) => kind.code === code);
