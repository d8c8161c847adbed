import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { derivedUuid, type CommandContext, type CommandOutcome } from '@parley/event-store';
import { parseInstant, refuse, type CaseId, type PersonId } from '@parley/kernel';
import { Act, ProblemError, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { extensionRefusals, fallbackRefusals } from '@parley/procedure';
import { CaseDesk } from '../../application/case-desk';
import { FileCaseHandler } from '../../application/file-case.handler';
import type { CaseState } from '../../domain/case-state';
import { outageRefusals } from '../../domain/outages/outage-refusals';
import { refusals } from '../../domain/refusals';
import { summaryRefusals } from '../../domain/summaries/summary-refusals';
import { Persons } from '../../projections/persons';
import { admitToCase } from '../act-of';
import { CaseGate } from '../case-gate';
import { CaseShown } from '../case.response';
import { incomingFiling } from '../incoming-filing';
import { showOutcome } from '../show-outcome';
import { FallbackEntryRequest, type LateCureRequest } from './fallback.request';
import { lateActsOf, type Entry } from './late-act';

const OF_SUMMARIES = [
  summaryRefusals.unknownSummary,
  summaryRefusals.ownRequest,
  summaryRefusals.summaryAnswered,
] as const;
const OF_AMENDMENTS = [refusals.unknownAmendment, refusals.claimNotAmended, refusals.notRespondent] as const;

/** What a signature may meet, and what was signed. */
const OF_PROPOSALS = [
  refusals.unknownProposal,
  refusals.ownProposal,
  refusals.signsForBoth,
  refusals.digestDiffers,
  refusals.defaultPending,
  refusals.noSuchDeadline,
  refusals.notSuspended,
  refusals.suspensionEnd,
  refusals.notStandardTrack,
  refusals.notEnded,
  extensionRefusals.tooMuch,
] as const;

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

  @Act({
    post: '',
    as: ['registry'],
    rule: 'I-61',
    refuses: [
      ...Object.values(fallbackRefusals),
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
      refusals.suspended,
      refusals.screeningEnded,
      refusals.objectionMissing,
      refusals.objectionOutOfPlace,
      refusals.reservationMissing,
      refusals.unknownClaim,
      ...OF_SUMMARIES,
      ...OF_AMENDMENTS,
      ...OF_PROPOSALS,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Enter an act of a party, or of a co-head, that came by another channel',
    description:
      'A cure, a reply, the answer to a call, to a request for a summary or to an amendment, or the ' +
      'second signature of a proposal: with its true instant of receipt, and the record says so. What had ' +
      'come in time sets its default aside by an event that points to the entry; later steps stand ' +
      '(I-19). A case that was closed for want of the cure goes on, and is checked again; what both have ' +
      'signed has effect from the entry on.',
  })
  @ApiOkResponse({ type: CaseShown })
  async enter(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() body: FallbackEntryRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.desk, caseId, received);
    const entry = {
      ...act,
      entryId: derivedUuid('fallback-entry', context.commandId),
      channel: body.channel,
      cameAt: parseInstant(body.cameAt) ?? act.receivedAt,
    };
    const { cure } = body;
    const entries: readonly (() => Promise<CommandOutcome<CaseState>>)[] = [
      ...lateActsOf(body, entry).map((command) => () => this.desk.act(caseId, command, context)),
      ...(cure ? [() => this.enterCure(caseId, cure, entry, context)] : []),
    ];
    const [enterIt] = entries;
    if (!enterIt || entries.length > 1) throw ProblemError.refused(refuse(outageRefusals.notOneAct));
    return showOutcome(await enterIt(), this.persons);
  }

  private async enterCure(
    caseId: CaseId,
    { from, ...sent }: LateCureRequest,
    entry: Entry,
    context: CommandContext,
  ): Promise<CommandOutcome<CaseState>> {
    const { state } = await this.desk.read(caseId);
    const party = state.status === 'unfiled' ? null : state.parties.complainant;
    const filer = { kind: 'person', personId: from as PersonId, role: 'desk', party } as const;
    return this.filings.lateCure(caseId, incomingFiling(sent, filer, entry.cameAt), entry, context);
  }
}
