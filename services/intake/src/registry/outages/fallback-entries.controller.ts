import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { derivedUuid, type CommandContext, type CommandOutcome } from '@parley/event-store';
import { Act, ProblemError, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { parseInstant, type CaseId, type Instant, type PartyCode, type PersonId } from '@parley/kernel';
import { fallbackRefusals, notOneAct, actorRefusals } from '@parley/procedure';
import type { CaseState } from '../../case/case-commands.rules';
import { Cases } from '../../repositories';
import { admitToCase, CaseGate } from '../../case/case-gate.http';
import { CaseShown } from '../../case/case.response';
import { FileCaseHandler } from '../../case/filing/file-case';
import { incomingFiling } from '../../case/filing/filing.http';
import { showOutcome } from '../../case/outcome/outcome.response';
import { refusals } from '../../case/refusals.rules';
import { summaryRefusals } from '../../case/summaries/summaries.rules';
import { Persons } from '../persons/persons.table';
import { outageRefusals } from './outage-refusals.rules';
import { FallbackEntryRequest, type LateReplyRequest, type LateCureRequest } from './outages.request';
import type { OutagesCommand } from './outages.rules';
import { tooLong } from '../../case/filing/filing.rules';
import { lateAnswers } from './late-answers.rules';
import { ofSignatures } from '../../case/consent/consent.http';

/** An entry of the registry, without the act that it holds. */
type Entry = {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
  readonly entryId: string;
  readonly channel: string;
  readonly cameAt: Instant;
};

const lateReply = ({ from, ...reply }: LateReplyRequest, entry: Entry): OutagesCommand => ({
  ...{ type: 'EnterFallbackReply', ...entry, reply },
  ...(from && { from }),
});

/** The acts that a request holds, except a cure, which takes a receipt of its own. */
function lateActsOf(
  { reply, callAnswer, summaryAnswer, amendmentReply, signature }: FallbackEntryRequest,
  entry: Entry,
): readonly OutagesCommand[] {
  const act = ({ from, party }: { readonly from: PersonId; readonly party: string }) => ({
    by: from,
    party: party as PartyCode,
    receivedAt: entry.cameAt,
  });
  return [
    ...(reply ? [lateReply(reply, entry)] : []),
    ...(callAnswer
      ? [
          {
            type: 'EnterFallbackCallAnswer',
            ...entry,
            act: { type: 'AnswerCall', ...act(callAnswer), callId: callAnswer.call },
          } as const,
        ]
      : []),
    ...(summaryAnswer
      ? [
          {
            type: 'EnterFallbackSummary',
            ...entry,
            act: {
              type: 'AnswerSummary',
              ...act(summaryAnswer),
              summaryId: summaryAnswer.summary,
              answer: summaryAnswer.answer,
              text: summaryAnswer.text,
            },
          } as const,
        ]
      : []),
    ...(amendmentReply
      ? [
          {
            type: 'EnterFallbackAmendmentReply',
            ...entry,
            act: {
              type: 'AnswerAmendment',
              ...act(amendmentReply),
              amendmentId: amendmentReply.amendment,
              counterStatements: amendmentReply.counterStatements,
            },
          } as const,
        ]
      : []),
    ...(signature
      ? [
          {
            type: 'EnterFallbackSignature',
            ...entry,
            act: {
              type: 'SignProposal',
              ...act(signature),
              proposalId: signature.proposal,
              digest: signature.digest,
            },
          } as const,
        ]
      : []),
  ];
}

const OF_SUMMARIES = [
  summaryRefusals.unknownSummary,
  summaryRefusals.ownRequest,
  summaryRefusals.summaryAnswered,
  summaryRefusals.summaryLate,
] as const;
const OF_AMENDMENTS = [refusals.unknownAmendment, refusals.claimNotAmended, refusals.notRespondent] as const;

/** Acts that came by another channel. The registry enters them with their true instant of receipt. */
@ApiTags('Outages')
@Controller('v1/cases/:caseId/fallback-entries')
export class FallbackEntriesController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(FileCaseHandler) private readonly filings: FileCaseHandler,
  ) {}

  @Act({
    post: '',
    as: ['registry'],
    rule: 'I-61',
    decides: [notOneAct, tooLong, ...Object.values(lateAnswers)],
    refuses: [
      ...Object.values(fallbackRefusals),
      outageRefusals.notOneAct,
      outageRefusals.entersOwnAct,
      actorRefusals.notAPartyOfEntry,
      refusals.notDeficient,
      refusals.cureLate,
      refusals.replyLate,
      refusals.deliberationClosed,
      refusals.notComplainant,
      refusals.tooLong,
      refusals.notInConsultations,
      refusals.unknownCall,
      refusals.ownCall,
      refusals.notAwaitingReply,
      refusals.objectionMissing,
      refusals.objectionOutOfPlace,
      refusals.reservationMissing,
      refusals.unknownClaim,
      ...OF_SUMMARIES,
      ...OF_AMENDMENTS,
      ...ofSignatures,
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
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const entry = {
      ...act,
      entryId: derivedUuid('fallback-entry', context.commandId),
      channel: body.channel,
      cameAt: parseInstant(body.cameAt) ?? act.receivedAt,
    };
    const { cure } = body;
    const entries: readonly (() => Promise<CommandOutcome<CaseState>>)[] = [
      ...lateActsOf(body, entry).map((command) => () => this.cases.act(caseId, command, context)),
      ...(cure ? [() => this.enterCure(caseId, cure, entry, context)] : []),
    ];
    const [enterIt] = entries;
    if (!enterIt || entries.length > 1) throw ProblemError.refused(notOneAct());
    return showOutcome(await enterIt(), this.persons);
  }

  private async enterCure(
    caseId: CaseId,
    { from, ...sent }: LateCureRequest,
    entry: Entry,
    context: CommandContext,
  ): Promise<CommandOutcome<CaseState>> {
    const { state } = await this.cases.read(caseId);
    const party = state.status === 'unfiled' ? null : state.parties.complainant;
    const filer = { kind: 'person', personId: from, role: 'desk', party } as const;
    return this.filings.lateCure(caseId, incomingFiling(sent, filer, entry.cameAt), entry, context);
  }
}
