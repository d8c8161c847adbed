import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { derivedUuid, type CommandContext, type CommandOutcome } from '@parley/event-store';
import { parseInstant, refuse, type CaseId, type PartyCode, type PersonId } from '@parley/kernel';
import { Act, ProblemError, Received, Refuses, UuidParam, type Answer, type ReceivedAct } from '@parley/platform';
import { CaseDesk } from '../../application/case-desk';
import { FileCaseHandler } from '../../application/file-case.handler';
import type { CaseState } from '../../domain/case-state';
import type { EnterFallbackReply, OutagesCommand } from '../../domain/outages/outages-commands';
import { outageRefusals } from '../../domain/outages/outage-refusals';
import { refusals } from '../../domain/refusals';
import { Persons } from '../../projections/persons';
import { admitToCase } from '../act-of';
import { CaseGate } from '../case-gate';
import { CaseShown } from '../case.response';
import { incomingFiling } from '../incoming-filing';
import { replyOf } from '../reply-of';
import { showOutcome } from '../show-outcome';
import { FallbackEntryRequest, type LateCureRequest } from './outage.request';

const ENTERING = { as: ['registry'], rule: 'I-61' } as const;

/** What came by another channel, entered by the registry with its true instant of receipt. */
@ApiTags('Outages')
@Controller('v1/cases/:caseId/fallback-entries')
export class FallbackEntriesController {
  constructor(
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(FileCaseHandler) private readonly filings: FileCaseHandler,
  ) {}

  @Post()
  @HttpCode(200)
  @Act(ENTERING)
  @ApiOperation({
    summary: 'Enter a cure, a reply, or the answer to a call, that came by another channel',
    description:
      'With its true instant of receipt; the record says so. What had come in time sets its default aside by an event that points to the entry; later steps stand (I-19). A case that was closed for want of the cure goes on, and is checked again.',
  })
  @ApiOkResponse({ type: CaseShown })
  @Refuses(
    outageRefusals.cameInFuture,
    outageRefusals.cameBeforeItsTime,
    outageRefusals.cameTooLate,
    outageRefusals.nothingAwaited,
    outageRefusals.notOneAct,
    outageRefusals.entersOwnAct,
    refusals.notAParty,
    refusals.notComplainant,
    refusals.certificationDigest,
    refusals.unknownMeasure,
    refusals.measureTwice,
    refusals.claimTwice,
    refusals.sameClaimTwice,
    refusals.goodsEdition,
    refusals.goodsCode,
    refusals.provisionForm,
    refusals.tooLong,
    refusals.claimOfOther,
    refusals.notInConsultations,
    refusals.unknownCall,
    refusals.ownCall,
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
    const entry = { ...act, entryId: derivedUuid('fallback-entry', context.commandId), channel: body.channel, cameAt: parseInstant(body.cameAt) ?? act.receivedAt };
    const { reply, callAnswer, cure } = body;
    if ([reply, callAnswer, cure].filter((each) => each !== undefined).length !== 1) throw ProblemError.refused(refuse(outageRefusals.notOneAct));
    const outcome = cure ? await this.enterCure(caseId, cure, entry, context) : await this.desk.act(caseId, commandOf(body, entry), context);
    return showOutcome(outcome, this.persons);
  }

  private async enterCure(caseId: CaseId, { from, ...sent }: LateCureRequest, entry: Entry, context: CommandContext): Promise<CommandOutcome<CaseState>> {
    const { state } = await this.desk.read(caseId);
    const party = state.status === 'unfiled' ? null : state.parties.complainant;
    const filer = { kind: 'person', personId: from as PersonId, role: 'desk', party } as const;
    return this.filings.lateCure(caseId, incomingFiling(sent, filer, entry.cameAt), entry, context);
  }
}

type Entry = Omit<EnterFallbackReply, 'type' | 'reply'>;

/** A reply, or the answer to a call. */
function commandOf({ reply, callAnswer }: FallbackEntryRequest, entry: Entry): OutagesCommand {
  if (reply) return { type: 'EnterFallbackReply', ...entry, reply: replyOf(reply) };
  const { call: callId, from, party } = callAnswer ?? { call: '', from: '', party: '' };
  return { type: 'EnterFallbackCallAnswer', ...entry, act: { type: 'AnswerCall', by: from as PersonId, party: party as PartyCode, receivedAt: entry.cameAt, callId } };
}
