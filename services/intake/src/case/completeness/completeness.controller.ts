import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId, Clock, Party, PersonId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  CLOCK,
  CurrentCaller,
  LateClaims,
  Received,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { Cases } from '../../repositories';
import { FileCaseHandler } from '../filing/file-case';
import { BarredClaims } from '../refiling/barred-claims';
import { Persons } from '../../registry/persons/persons.table';
import { checkCompleteness } from './check-completeness.rules';
import { grievanceRefusals, refusals } from '../refusals.rules';
import { admitToCase, CaseGate } from '../case-gate.http';
import { PARTIES } from '../case-list.http';
import { CompletenessRequest } from '../case-line.response';
import { CaseShown, CheckShown } from '../case.response';
import { CheckRequest, CureRequest } from '../filing/filing.request';
import { digestOf, incomingFiling, partiesAgainst } from '../filing/filing.http';
import { showOutcome } from '../outcome/outcome.response';
import { completenessActs } from './completeness.rules';
import { tooLong } from '../filing/filing.rules';
import { whoseMeasureDefects } from '../filing/whose-measure.rules';

/** Stands for whomever a draft names. The check asks only whether somebody is named. */
const SOMEBODY = 'somebody' as PersonId;

@ApiTags('Completeness')
@Controller('v1')
export class CompletenessController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(FileCaseHandler) private readonly filings: FileCaseHandler,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(LateClaims) private readonly late: LateClaims,
    @Inject(BarredClaims) private readonly bars: BarredClaims,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
  ) {}

  @Post('grievances/checks')
  @HttpCode(200)
  @Roles({ rule: 'S0' }, 'desk')
  @ApiOperation({
    summary: 'Check a grievance before filing it',
    description:
      'By the very rules that the registry uses, with no trace in the record. Names each claim that one’s own ' +
      'side may not file again yet, with where it stands and until when, and each measure that is not the other ' +
      'party’s. Answers with the digest that the filer ' +
      'certifies.',
  })
  @ApiOkResponse({ type: CheckShown })
  async checkGrievance(
    @Body() { grievance, contact }: CheckRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<CheckShown> {
    const party = caller.kind === 'person' ? caller.party : null;
    const defects = [
      ...checkCompleteness({ grievance, contact: contact ? SOMEBODY : null }),
      ...whoseMeasureDefects(grievance, partiesAgainst(party, this.parties)),
      ...(await this.bars.defects({ grievance, party, at: this.clock.now() })),
    ];
    return { digest: digestOf(grievance), complete: defects.length === 0, defects };
  }

  @Act({
    post: 'cases/:caseId/completeness',
    as: ['registry'],
    rule: 'S2',
    decides: [completenessActs.FindComplete, completenessActs.IssueDeficiencyNotice],
    refuses: [
      refusals.notAwaitingCheck,
      refusals.completenessLate,
      refusals.checkFails,
      refusals.checkPasses,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Find a filing complete or deficient',
    description: 'For a registry officer, within the time of S2; afterwards the automatic check decides by itself.',
  })
  @ApiOkResponse({ type: CaseShown })
  async findCompleteness(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() { finding }: CompletenessRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const command =
      finding === 'complete'
        ? ({ type: 'FindComplete', ...act } as const)
        : ({ type: 'IssueDeficiencyNotice', ...act } as const);
    return showOutcome(await this.cases.act(caseId, command, context), this.persons, received.caller);
  }

  @Act({
    post: 'cases/:caseId/cures',
    as: ['desk'],
    rule: 'S2b',
    side: 'complainant',
    late: true,
    decides: [tooLong, completenessActs.CureDeficiency],
    refuses: [
      refusals.notComplainant,
      refusals.notDeficient,
      refusals.cureLate,
      ...grievanceRefusals,
      refusals.tooLong,
      refusals.claimOfOther,
      refusals.claimBarred,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.notYourSide,
    ],
  })
  @ApiOperation({
    summary: 'Cure the defects of a filing',
    description: 'The whole grievance is sent again, certified anew; the receipt is a new one. Twice at most.',
  })
  @ApiOkResponse({ type: CaseShown })
  async cureDefects(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() body: CureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { actor, act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const entering = await this.late.entering(body.received, context);
    // A receipt is as of when it came.
    const incoming = incomingFiling(body, actor, body.received?.cameAt ?? act.receivedAt);
    const outcome = await this.filings.cure(caseId, incoming, context, (cure) =>
      entering({ ...cure, receivedAt: act.receivedAt }),
    );
    return showOutcome(outcome, this.persons, received.caller);
  }
}
