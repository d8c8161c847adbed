import { Controller, Get, Inject, Param } from '@nestjs/common';
import { wholeList } from '../paging/pages-of';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import { BOOK_RULES, GLOSSARY, RULE_PARTS, ruleNamed, rulePath, type BookRule } from '@parley/procedure';
import { KnownActs } from '../openapi/known-acts';
import { AsPage } from '../pages/as-page.decorator';
import { KnownProblems } from '../problems/known-problems';
import { problemCatalogue } from '../problems/problem-catalogue';
import { ProblemError } from '../problems/problem.error';
import type { RuleSetShown } from '../procedure/procedure.response';
import { RULES_SHOWN, type RulesShown } from '../procedure/show-procedure';
import { glossaryPage, ruleBookPage, rulePage, versionPage } from './rule-book.page';
import { GlossaryShown, RuleBookShown, RuleShown } from './rule-book.response';

/** The rules in words, for anybody to look up: as pages for people, as JSON for programs. */
@ApiTags('Procedure')
@Public()
@Controller()
export class RuleBookController {
  constructor(
    @Inject(RULES_SHOWN) private readonly shown: RulesShown,
    private readonly acts: KnownActs,
    private readonly problems: KnownProblems,
  ) {}

  @Get('rules')
  @AsPage(ruleBookPage)
  @ApiOperation({ summary: 'List the rules in words' })
  @ApiOkResponse({ type: RuleBookShown })
  listRules(): RuleBookShown {
    return { parts: RULE_PARTS.map(({ part, title }) => ({ part, title })), ...wholeList(BOOK_RULES.map(inBook)) };
  }

  @Get('rules/:rule')
  @AsPage(rulePage)
  @ApiOperation({
    summary: 'Look a rule up by its number or name',
    description:
      'Spaces in a name may be dashes. Who prefers `text/html` gets a page of the same, as at the other lists.',
  })
  @ApiParam({ name: 'rule', description: 'Number or name of the rule, as it is quoted.', example: 'I-28' })
  @ApiOkResponse({ type: RuleShown })
  async readRule(@Param('rule') name: string): Promise<RuleShown> {
    const found = ruleNamed(name);
    if (found === undefined) throw new ProblemError(problemCatalogue.notFound);
    const { rule, why, changes } = found;
    const [{ current, ruleSets }, acts, problems] = await Promise.all([
      this.shown(),
      this.acts.all(),
      this.problems.all(),
    ]);
    const inForce = ruleSets.find(({ version }) => version === current);
    return {
      ...{ ...inBook(found), why, changes, version: current },
      ...(inForce === undefined ? { tracks: [], defaults: [] } : clocksOf(rule, inForce)),
      acts: acts.filter((act) => act.rule === rule).map(({ operation, summary }) => ({ operation, summary })),
      refusals: problems.filter((problem) => problem.rule === rule),
    };
  }

  /** For people: programs have it from `/v1/procedure?version=`. */
  @Get('rules/versions/:version')
  @AsPage(versionPage)
  @ApiExcludeEndpoint()
  async readVersion(@Param('version') name: string): Promise<RuleSetShown> {
    const { ruleSets } = await this.shown();
    const found = ruleSets.find(({ version }) => version === name);
    if (found === undefined) throw new ProblemError(problemCatalogue.notFound);
    return found;
  }

  @Get('glossary')
  @AsPage(glossaryPage)
  @ApiOperation({ summary: 'List the words of the procedure' })
  @ApiOkResponse({ type: GlossaryShown })
  readGlossary(): GlossaryShown {
    return wholeList(GLOSSARY);
  }
}

const inBook = ({ rule, part, title, sentence }: BookRule) => ({
  ...{ rule, part, path: rulePath(rule), title: title ?? null, sentence },
});

/** The clocks that stand under a rule or in its stage, on every track, and what happens at their ends. */
function clocksOf(rule: string, { tracks, defaults }: RuleSetShown): Pick<RuleShown, 'tracks' | 'defaults'> {
  const own = tracks.map(({ track, seatsPerSide, addedDaysPerSide, clocks }) => ({
    ...{ track, seatsPerSide, addedDaysPerSide },
    clocks: clocks.filter((clock) => clock.rule === rule || clock.stage === rule),
  }));
  const ends = new Set(own.flatMap(({ clocks }) => clocks.map(({ onSilence }) => onSilence)));
  return { tracks: own, defaults: defaults.filter(({ id }) => ends.has(id)) };
}
