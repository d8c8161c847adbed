import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refuse } from '@parley/kernel';
import { enquiryRefusals, lateActs } from '@parley/procedure';
import { Public } from '@parley/auth';
import { Refuses } from '../openapi/refuses.decorator';
import { KnownProblems } from '../problems/known-problems';
import { ProblemError } from '../problems/problem.error';
import { ProcedureQuery } from './procedure.request';
import { ProcedureShown } from './procedure.response';
import { RULES_SHOWN, type RulesShown } from './show-procedure';

/** The rules of procedure themselves, for anybody to read. */
@ApiTags('Procedure')
@Public()
@Controller('v1/procedure')
export class ProcedureController {
  constructor(
    @Inject(KnownProblems) private readonly problems: KnownProblems,
    @Inject(RULES_SHOWN) private readonly shown: RulesShown,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Read the rules of procedure',
    description:
      'Every version of the rule set with its tracks, clocks, defaults and the graph of each region of a ' +
      'case; every act that may be entered late; and every refusal with the rule that it quotes.',
  })
  @ApiOkResponse({ type: ProcedureShown })
  @Refuses(enquiryRefusals.unknownRules)
  async readProcedure(@Query() { version }: ProcedureQuery): Promise<ProcedureShown> {
    const { current, ruleSets } = await this.shown();
    const asked = version === undefined ? ruleSets : ruleSets.filter((each) => each.version === version);
    if (asked.length === 0) throw ProblemError.refused(refuse(enquiryRefusals.unknownRules, '/version'));
    const refusals = (await this.problems.all()).filter(({ rule }) => rule !== undefined);
    const versions = ruleSets.map(({ version: name, amends, inForceFrom }) => ({ version: name, amends, inForceFrom }));
    return { current, versions, ruleSets: asked, lateActs, refusals };
  }
}
