import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { parseInstant, refuse, type Clock, type IsoDate } from '@parley/kernel';
import { enquire, enquiryRefusals, ruleSetInForce, type ClocksOf, type JointCalendar } from '@parley/procedure';
import { Public } from '@parley/auth';
import { CLOCK } from '../app/tokens';
import { Refuses } from '../openapi/refuses.decorator';
import { ProblemError } from '../problems/problem.error';
import { RuleSetsShown } from './procedure.response';
import { rulesOfThisProcess } from './show-procedure';
import { WouldBeDueQuery } from './would-be-due.request';
import { WouldBeDueShown } from './would-be-due.response';

/** Injection token of the function that gives the joint calendar in force, on which an enquiry is counted. */
export const ENQUIRY_CALENDAR = Symbol('ENQUIRY_CALENDAR');

/** Injection token of the clocks of each version of the rules. */
export const ENQUIRY_RULES = Symbol('ENQUIRY_RULES');

/**
 * Answers what a deadline would be, and which versions of the rules there are. Anybody may ask; nothing is recorded.
 */
@ApiTags('Procedure')
@Public()
@Controller('v1/procedure')
export class EnquiryController {
  constructor(
    @Inject(ENQUIRY_CALENDAR) private readonly calendar: () => JointCalendar,
    @Inject(ENQUIRY_RULES) private readonly rules: Pick<ClocksOf, 'ruleSets'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('versions')
  @ApiOperation({
    summary: 'List the versions of the rules',
    description: 'Each with its tracks, clocks, defaults and graphs, and from when on cases are filed under it.',
  })
  @ApiOkResponse({ type: RuleSetsShown })
  readProcedureVersions(): Promise<RuleSetsShown> {
    return rulesOfThisProcess(this.rules, this.clock)();
  }

  @Get('deadline')
  @ApiOperation({
    summary: 'Ask what a deadline would be',
    description:
      'Counted as a real one is, with its working shown. The day that starts a clock is not counted, the last day is.',
  })
  @ApiOkResponse({ type: WouldBeDueShown })
  @Refuses(
    enquiryRefusals.unknownRules,
    enquiryRefusals.clockNotOnTrack,
    enquiryRefusals.dayOrInstant,
    enquiryRefusals.hoursFromInstant,
    enquiryRefusals.unknownYear,
  )
  calculateDeadline(
    @Query() { clock, track = 'standard', day, at, version, ruleSet }: WouldBeDueQuery,
  ): WouldBeDueShown {
    const known = this.rules.ruleSets();
    const asked = version ?? ruleSet;
    const rules =
      asked === undefined ? ruleSetInForce(this.clock.now(), known) : known.find((each) => each.version === asked);
    if (!rules)
      throw ProblemError.refused(refuse(enquiryRefusals.unknownRules, version === undefined ? '/ruleSet' : '/version'));
    const instant = at === undefined ? undefined : parseInstant(at);
    const answer = enquire({
      ruleSet: rules,
      clock,
      track,
      calendar: this.calendar(),
      ...(day === undefined ? {} : { day: day as IsoDate }),
      ...(instant === undefined ? {} : { at: instant }),
    });
    if ('kind' in answer) throw ProblemError.refused(answer);
    const { stage, trigger, dueDate, dueAt, provisional, arithmetic } = answer;
    return {
      clock,
      stage,
      from: trigger.date,
      dueDate,
      dueAt,
      provisional,
      arithmetic: { en: arithmetic.en, 'zh-Hans': arithmetic['zh-Hans'] },
      onSilence: rules.silence[answer.onSilence].description,
      record: answer,
    };
  }
}
