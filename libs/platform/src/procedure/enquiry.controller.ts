import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { parseInstant, type IsoDate } from '@parley/kernel';
import { currentRuleSet, enquire, enquiryRefusals, ruleSetOf, type JointCalendar } from '@parley/procedure';
import { Public } from '../auth/public.decorator';
import { Refuses } from '../openapi/refuses.decorator';
import { ProblemError } from '../problems/problem.error';
import { WouldBeDueQuery } from './would-be-due.request';
import { WouldBeDueShown } from './would-be-due.response';

/** Injection token of what gives the joint calendar in force, by which an enquiry is counted. */
export const ENQUIRY_CALENDAR = Symbol('ENQUIRY_CALENDAR');

/** What a deadline would be. Anybody may ask; nothing is recorded. */
@ApiTags('procedure')
@Public()
@Controller('v1/procedure')
export class EnquiryController {
  constructor(@Inject(ENQUIRY_CALENDAR) private readonly calendar: () => JointCalendar) {}

  @Get('deadline')
  @ApiOperation({ summary: 'Ask what a deadline would be', description: 'Counted as a real one is, with its working shown. The day that starts a clock is not counted, the last day is.' })
  @ApiOkResponse({ type: WouldBeDueShown })
  @Refuses(enquiryRefusals.clockNotOnTrack, enquiryRefusals.dayOrInstant, enquiryRefusals.hoursFromInstant, enquiryRefusals.unknownYear)
  deadline(@Query() { clock, track = 'standard', day, at, ruleSet = currentRuleSet.version }: WouldBeDueQuery): WouldBeDueShown {
    const rules = ruleSetOf(ruleSet);
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
