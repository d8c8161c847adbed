import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { derivedUuid } from '@parley/event-store';
import { parseInstant, type CaseId } from '@parley/kernel';
import { Act, Received, Refuses, UuidParam, type Answer, type ReceivedAct } from '@parley/platform';
import { CaseDesk } from '../../application/case-desk';
import { outageRefusals } from '../../domain/outages/outage-refusals';
import { refusals } from '../../domain/refusals';
import { Persons } from '../../projections/persons';
import { admitToCase } from '../act-of';
import { CaseGate } from '../case-gate';
import { CaseShown } from '../case.response';
import { replyOf } from '../reply-of';
import { showOutcome } from '../show-outcome';
import { FallbackEntryRequest } from './outage.request';

const ENTERING = { as: ['registry'], rule: 'I-61' } as const;

/** What came by another channel, entered by the registry with its true instant of receipt. */
@ApiTags('Outages')
@Controller('v1/cases/:caseId/fallback-entries')
export class FallbackEntriesController {
  constructor(
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Post()
  @HttpCode(200)
  @Act(ENTERING)
  @ApiOperation({
    summary: 'Enter a reply that came by another channel',
    description: 'With its true instant of receipt; the record says so. A reply that had come in time sets its lapse aside by an event that points to the entry; later steps stand (I-19).',
  })
  @ApiOkResponse({ type: CaseShown })
  @Refuses(
    outageRefusals.cameInFuture,
    outageRefusals.cameBeforeRegistration,
    outageRefusals.cameTooLate,
    refusals.notAwaitingReply,
    refusals.replyLate,
    refusals.screeningEnded,
    refusals.objectionMissing,
    refusals.objectionOutOfPlace,
    refusals.reservationMissing,
    refusals.unknownClaim,
    accessRefusals.notFound,
    accessRefusals.notYourRole,
  )
  async enter(@UuidParam('caseId', 'Id of the case.') caseId: CaseId, @Body() body: FallbackEntryRequest, @Received() received: ReceivedAct): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.desk, caseId, received, ENTERING);
    const { channel, cameAt, reply } = body;
    const entryId = derivedUuid('fallback-entry', context.commandId);
    const command = { type: 'EnterFallbackReply', ...act, entryId, channel, cameAt: parseInstant(cameAt) ?? act.receivedAt, reply: replyOf(reply) } as const;
    return showOutcome(await this.desk.act(caseId, command, context), this.persons);
  }
}
