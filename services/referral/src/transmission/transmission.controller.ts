import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { parseInstant, refuse, type CaseId, type Clock } from '@parley/kernel';
import { Act, CLOCK, ProblemError, Received, respond, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { Referrals } from '../referral/repositories';
import type { ReferralCommand } from '../referral/common-refusals.rules';
import { refusals } from '../referral/refusals.rules';
import { asksReferral, numberIn, ReferralGate, type AdmittedAct } from '../referral/referral.http';
import { ForumEventRequest, TransmissionRequest } from './transmission.request';
import { ReferralShown } from '../referral/referral.response';
import { filedReferral, showReferral } from '../referral/show-referral.response';
import { recordTransmission, noteForumEvent } from './transmission.rules';

const OF_A_DESK = { as: ['desk'], rule: 'S12' } as const;
const ACCESS = [accessRefusals.notFound, accessRefusals.notYourRole] as const;

/** What happens to a dossier after it has left, so that a reader of the docket knows where the matter goes on. */
@ApiTags('Referral')
@Controller('v1/cases/:caseId/referral')
export class ForumEventsController {
  constructor(
    @Inject(Referrals) private readonly referrals: Referrals,
    @Inject(ReferralGate) private readonly gate: ReferralGate,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Act({
    post: 'dossiers/:n/transmissions',
    ...OF_A_DESK,
    whose: 'applicant',
    decides: recordTransmission,
    asks: asksReferral('RecordTransmission'),
    refuses: [
      refusals.noSuchDossier,
      refusals.dossierOfOther,
      refusals.notIssued,
      refusals.alreadyTransmitted,
      refusals.handedOverOutOfTime,
      ...ACCESS,
    ],
  })
  @ApiParam({ name: 'n', description: 'Number of the dossier in its case.', example: '1' })
  @ApiOperation({
    summary: 'Record that a dossier was handed over',
    description:
      'By the party that asked for it, once for each dossier, with the forum’s receipt where it gave one. Public.',
  })
  @ApiOkResponse({ type: ReferralShown })
  async recordTransmission(
    @UuidParam('caseId') caseId: CaseId,
    @Param('n') n: string,
    @Body() { handedOverAt, receipt }: TransmissionRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReferralShown>> {
    const instant = parseInstant(handedOverAt);
    if (instant === undefined) throw ProblemError.refused(refuse(refusals.handedOverOutOfTime, '/handedOverAt'));
    return this.act(caseId, received, ({ act }) => ({
      type: 'RecordTransmission',
      ...act,
      n: numberIn(n),
      handedOverAt: instant,
      receipt: receipt ?? null,
    }));
  }

  @Act({
    post: 'forum-events',
    ...OF_A_DESK,
    decides: noteForumEvent,
    asks: asksReferral('NoteForumEvent'),
    refuses: [
      refusals.notAParty,
      refusals.notRegistered,
      refusals.symbolMalformed,
      refusals.circulatedBefore,
      refusals.forumEventAhead,
      refusals.forumEventNoted,
      refusals.tooManyForumEvents,
      ...ACCESS,
    ],
  })
  @ApiOperation({
    summary: 'Record what happened at the forum',
    description:
      'By either party, once for each document; sent again with the date of its circulation, that is ' +
      'added. A document has a date of communication and one of circulation, and both are kept. Public.',
  })
  @ApiOkResponse({ type: ReferralShown })
  async recordForumEvent(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { forum, kind, symbol, communicatedOn, circulatedOn, title }: ForumEventRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReferralShown>> {
    const event = {
      forum,
      kind,
      symbol,
      communicatedOn,
      circulatedOn: circulatedOn ?? null,
      title,
    };
    return this.act(caseId, received, ({ act }) => ({ type: 'NoteForumEvent', ...act, event }));
  }

  private async act(
    caseId: CaseId,
    received: ReceivedAct,
    commandOf: (admitted: AdmittedAct) => ReferralCommand,
  ): Promise<Answer<ReferralShown>> {
    const admitted = await this.gate.admit(caseId, received);
    const { access } = await this.gate.open(caseId, received.caller);
    const outcome = await this.referrals.act(caseId, commandOf(admitted), admitted.context);
    return respond(outcome, ({ state }) =>
      showReferral(caseId, filedReferral(state), { caller: received.caller, access }, this.clock.now()),
    );
  }
}
