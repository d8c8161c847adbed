import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSchema, ApiTags } from '@nestjs/swagger';
import {
  Act,
  EnumListField,
  InstantField,
  NestedField,
  Received,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { parseInstant, type CaseId, type Instant } from '@parley/kernel';
import { ReviewRecordShown } from '../information/information.response';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { refusals } from '../panel/refusals.rules';
import { Panels } from '../panel/repositories';
import { anyAct, coChairAct, reviewAct } from '../panel/show-panel.response';
import { showReviewOutcome } from '../review/review.response';
import { setTerms } from './set-terms.rules';
import { LANGUAGES, type TermsLanguage } from './terms.rules';

@ApiSchema({ description: 'The times of written submissions.' })
class SubmissionsRequest {
  @InstantField({ meaning: 'Until when that of the complainant is to come.', example: '2026-04-10T17:00:00+02:00' })
  readonly complainant: string;

  @InstantField({ meaning: 'Until when that of the respondent is to come.', example: '2026-04-13T17:00:00+02:00' })
  readonly respondent: string;
}

export class TermsRequest {
  @EnumListField({
    meaning: 'The languages in which the panel and the parties write to each other.',
    example: ['en', 'zh-Hans'],
    values: LANGUAGES,
    min: 1,
    max: LANGUAGES.length,
    unique: true,
  })
  readonly languages: readonly TermsLanguage[];

  @NestedField(() => SubmissionsRequest, {
    meaning: 'The times of the written submissions: none lies behind the last day for evidence.',
    example: { complainant: '2026-04-10T17:00:00+02:00', respondent: '2026-04-13T17:00:00+02:00' },
  })
  readonly submissions: SubmissionsRequest;

  @InstantField({
    meaning: 'When the panel meets both parties, with a zone; left out for no meeting.',
    example: '2026-04-22T14:00:00+02:00',
    optional: true,
  })
  readonly meetsAt?: string;
}

/** S7: terms of reference and timetable, in the first days of the review. */
@ApiTags('Review')
@Controller('v1/cases/:caseId/panel')
export class TermsController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
  ) {}

  @Act({
    post: 'terms',
    as: ['panel'],
    rule: 'S7',
    decides: setTerms,
    asks: asksPanel({ type: 'SetTerms' }),
    refuses: [
      refusals.termsSet,
      refusals.termsLate,
      refusals.submissionOutOfTime,
      refusals.meetingOutOfReview,
      ...coChairAct,
      ...reviewAct,
      ...anyAct,
    ],
  })
  @ApiOperation({
    summary: 'Sign terms of reference and a timetable',
    description:
      'By each co-chair; they hold when both signed the very same. Every claim and objection on record is in them. ' +
      'Where the co-chairs sign none in time, those of the rules hold: both languages, submissions until the last ' +
      'day for evidence, and no meeting.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async signTerms(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { languages, submissions, meetsAt }: TermsRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received);
    const at = (said: string): Instant => parseInstant(said) ?? act.receivedAt;
    const command = {
      type: 'SetTerms',
      ...act,
      languages: LANGUAGES.filter((language) => languages.includes(language)),
      submissions: { complainant: at(submissions.complainant), respondent: at(submissions.respondent) },
      meetsAt: meetsAt === undefined ? null : at(meetsAt),
    } as const;
    return showReviewOutcome(await this.panels.act(caseId, command, context), received.caller);
  }
}
