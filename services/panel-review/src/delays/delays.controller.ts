import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { parseInstant, type CaseId } from '@parley/kernel';
import { Act, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { Panels } from '../panel/repositories';
import { refusals } from '../panel/refusals.rules';
import { anyAct, coChairAct } from '../panel/show-panel.response';
import { PanelDelayRequest, MeetingRequest } from '../information/information.request';
import { ReviewRecordShown } from '../information/information.response';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { showReviewOutcome } from '../review/review.response';
import { notifyDelay } from './delays.rules';
import { requestInterimMeeting, setInterimMeeting } from '../review/meeting.rules';

/**
 * What the panel tells of its own time: that a stage will be late, and when it meets the parties. Neither moves a
 * clock.
 */
@ApiTags('Review')
@Controller('v1/cases/:caseId/panel')
export class DelaysController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
  ) {}

  @Act({
    post: 'delays',
    as: ['panel'],
    rule: 'S7',
    decides: notifyDelay,
    asks: asksPanel({ type: 'NotifyDelay' }),
    refuses: [refusals.stageNotRunning, refusals.noDelay, refusals.delayNotified, ...coChairAct, ...anyAct],
  })
  @ApiOperation({
    summary: 'Give notice of a delay',
    description:
      'By either co-chair, before the end of the stage’s time. Both parties and the public read it with ' +
      'its reason; the limit and the default at its end stand.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async givePanelDelayNotice(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { stage, expectedOn, reason }: PanelDelayRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received);
    const command = {
      type: 'NotifyDelay',
      ...act,
      stage,
      expectedOn,
      reason,
    } as const;
    return showReviewOutcome(await this.panels.act(caseId, command, context), received.caller);
  }

  @Act({
    post: 'interim/meeting-requests',
    as: ['desk'],
    rule: 'S8',
    decides: requestInterimMeeting,
    asks: asksPanel({ type: 'RequestInterimMeeting' }),
    refuses: [
      refusals.notCommenting,
      refusals.commentLate,
      refusals.commentingFinished,
      refusals.meetingAskedLate,
      refusals.meetingRequested,
      refusals.notAParty,
      ...anyAct,
    ],
  })
  @ApiOperation({
    summary: 'Ask for a meeting on the interim text',
    description:
      'By the desk of a party in the first half of the time for comments, once. The other party is there too; ' +
      'no clock waits for it.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async askForInterimMeeting(
    @UuidParam('caseId') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    return showReviewOutcome(
      await this.panels.act(caseId, { type: 'RequestInterimMeeting', ...act }, context),
      received.caller,
    );
  }

  @Act({
    post: 'interim/meetings',
    as: ['panel'],
    rule: 'S8',
    decides: setInterimMeeting,
    asks: asksPanel({ type: 'SetInterimMeeting' }),
    refuses: [refusals.noMeetingRequested, refusals.meetingInPast, refusals.meetingOutOfTime, ...coChairAct, ...anyAct],
  })
  @ApiOperation({
    summary: 'Name the time of the meeting',
    description:
      'By either co-chair, once a party has asked, within the time for comments; named anew it takes the place of ' +
      'the former.',
  })
  @ApiOkResponse({ type: ReviewRecordShown })
  async nameInterimMeeting(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { meetsAt }: MeetingRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReviewRecordShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received);
    const command = { type: 'SetInterimMeeting', ...act, meetsAt: parseInstant(meetsAt) ?? act.receivedAt } as const;
    return showReviewOutcome(await this.panels.act(caseId, command, context), received.caller);
  }
}
