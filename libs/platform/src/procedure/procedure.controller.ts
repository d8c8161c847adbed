import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { currentRuleSet, fallbackActs, ruleSets } from '@parley/procedure';
import { Public } from '../auth/public.decorator';
import { KnownProblems } from '../problems/known-problems';
import { ProcedureShown } from './procedure.response';
import { showRuleSet } from './show-procedure';

/** The rules of procedure themselves, for anybody to read. */
@ApiTags('procedure')
@Public()
@Controller('v1/procedure')
export class ProcedureController {
  constructor(@Inject(KnownProblems) private readonly problems: KnownProblems) {}

  @Get()
  @ApiOperation({
    summary: 'Read the rules of procedure',
    description: 'Every version of the rule set with its tracks, clocks, defaults and the graph of each region of a case; every act that may be entered late; and every refusal with the rule that it quotes.',
  })
  @ApiOkResponse({ type: ProcedureShown })
  async rules(): Promise<ProcedureShown> {
    const refusals = (await this.problems.all()).filter(({ rule }) => rule !== undefined);
    return { current: currentRuleSet.version, ruleSets: ruleSets.map(showRuleSet), lateActs: fallbackActs, refusals };
  }
}
