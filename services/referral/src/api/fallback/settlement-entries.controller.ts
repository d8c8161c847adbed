import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { refuse, type CaseId, type Sha256 } from '@parley/kernel';
import { Act, ProblemError, Received, respond, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { entryRefusals } from '@parley/procedure';
import { SettlementDesk } from '../../application/settlement-desk';
import { termsRefusals } from '../../domain/compliance/terms-fault';
import type { AcceptConciliation, SettlementCommand, SignText } from '../../domain/settlement/settlement-commands';
import { settlementRefusals } from '../../domain/settlement/settlement-refusals';
import type { AdmittedAct } from '../referral-gate';
import { SettlementGate } from '../settlement/settlement-gate';
import { SettlementShown } from '../settlement/settlement.response';
import { filedSettlement, showSettlement } from '../settlement/show-settlement';
import { ANY_ENTRY } from './entry-refusals';
import { SettlementEntryRequest } from './fallback.request';
import { lateEntryOf } from './incoming-entry';

const OF_A_SIGNATURE = [
  settlementRefusals.noSuchText,
  settlementRefusals.nothingUnderWay,
  settlementRefusals.textReplaced,
  settlementRefusals.digestDiffers,
  settlementRefusals.partyHasSigned,
  settlementRefusals.signsForBothSides,
  termsRefusals.datePassed,
] as const;

/** What the parties said of a settlement by another channel, entered by the registry. */
@ApiTags('Outages')
@Controller('v1/cases/:caseId/settlement/fallback-entries')
export class SettlementEntriesController {
  constructor(
    @Inject(SettlementDesk) private readonly desk: SettlementDesk,
    @Inject(SettlementGate) private readonly gate: SettlementGate,
  ) {}

  @Act({
    post: '',
    as: ['registry'],
    rule: 'I-61',
    refuses: [
      ...ANY_ENTRY,
      entryRefusals.notOneAct,
      ...OF_A_SIGNATURE,
      settlementRefusals.notAParty,
      settlementRefusals.ownProposal,
      settlementRefusals.noSuchConciliation,
      settlementRefusals.notRegistered,
      settlementRefusals.alreadySettled,
      settlementRefusals.windowClosed,
      settlementRefusals.screeningEnded,
      settlementRefusals.longStopPassed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Enter the acceptance of a conciliation, or the signature of a settlement, that came by another channel',
    description:
      'With its true instant of receipt. An acceptance that had come in time sets aside that the ' +
      'proposal was not answered (I-19), unless another attempt is under way by then. A signature that ' +
      'had come in the window is on record; with that of both parties the case is settled, and the lapse ' +
      'of the window is set aside.',
  })
  @ApiOkResponse({ type: SettlementShown })
  async enter(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() body: SettlementEntryRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<SettlementShown>> {
    const admitted = await this.gate.admit(caseId, received);
    const outcome = await this.desk.act(caseId, entryIn(body, admitted), admitted.context);
    return respond(outcome, ({ state }) => showSettlement(caseId, filedSettlement(state)));
  }
}

/** The one act of a request. @throws ProblemError where it holds none, or several */
function entryIn(
  { conciliation, signature, ...said }: SettlementEntryRequest,
  admitted: AdmittedAct,
): SettlementCommand {
  const entries: readonly SettlementCommand[] = [
    ...(conciliation === undefined
      ? []
      : [
          {
            type: 'EnterConciliationAnswer',
            ...lateEntryOf<AcceptConciliation>(admitted, said, { type: 'AcceptConciliation', n: conciliation }),
          } as const,
        ]),
    ...(signature
      ? [
          {
            type: 'EnterTextSignature',
            ...lateEntryOf<SignText>(admitted, said, {
              type: 'SignText',
              n: signature.text,
              digest: signature.digest as Sha256,
            }),
          } as const,
        ]
      : []),
  ];
  const [entry] = entries;
  if (!entry || entries.length > 1) throw ProblemError.refused(refuse(entryRefusals.notOneAct));
  return entry;
}
