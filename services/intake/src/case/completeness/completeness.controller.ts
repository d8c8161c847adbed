import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayActOutsideCases, refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId, Clock, Party, PersonId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  CLOCK,
  CurrentCaller,
  LateClaims,
  ProblemError,
  Received,
  UuidParam,
  type Answer,
  type ReceivedAct,
  CASES_BY_NUMBER,
  type CasesByNumber,
} from '@parley/http';
import { Cases } from '../../repositories';
import { FileCaseHandler, type IncomingFiling } from '../filing/file-case';
import { BarredClaims } from '../refiling/barred-claims';
import { AwaitedRegistration } from '../registration/awaited-registration';
import { Persons } from '../../registry/persons/persons.table';
import { checkCompleteness } from './check-completeness.rules';
import { CheckShown, showCheck, type CheckedDefectShown } from './completeness.response';
import { grievanceRefusals, refusals } from '../refusals.rules';
import { asksCase, admitToCase, CaseGate, personOf } from '../case-gate.http';
import { PARTIES } from '../case-list.http';
import { CompletenessRequest } from '../case-line.response';
import { CaseShown } from '../case.response';
import { CheckRequest, CureRequest } from '../filing/filing.request';
import { accompanying, digestOf, FILING, incomingFiling, partiesAgainst } from '../filing/filing.http';
import { showOutcome } from '../outcome/outcome.response';
import { completenessActs } from './completeness.rules';
import { tooLong } from '../filing/filing.rules';
import { barredIn } from '../refiling/refiling.rules';

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
    @Inject(AwaitedRegistration) private readonly registration: AwaitedRegistration,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
    @Inject(CASES_BY_NUMBER) private readonly caseOf: CasesByNumber,
  ) {}

  @Post('grievances/checks')
  @HttpCode(200)
  @Roles({ rule: 'S0' }, 'desk')
  @ApiOperation({
    summary: 'Check a grievance before filing it',
    description:
      'Tries the filing by the very rules that decide it, and records nothing. Names all that it would be refused ' +
      'for, and all that the registry would find deficient; a claim that its side may not file again yet, with ' +
      'where and until when; and what the receipt would warn of. Answers with the digest to certify.',
  })
  @ApiOkResponse({ type: CheckShown })
  async checkGrievance(@Body() body: CheckRequest, @CurrentCaller() caller: Caller): Promise<CheckShown> {
    const may = mayActOutsideCases(FILING, caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const filer = personOf(may.actor);
    const { grievance, contact } = body;
    const digest = digestOf(grievance);
    const incoming = incomingFiling({ grievance, certification: { digest } }, filer, this.clock.now());
    const beside = await accompanying(body, this.caseOf);
    const tried = await this.filings.tried(incoming, partiesAgainst(filer.party, this.parties), beside);
    return showCheck(
      digest,
      this.refusedFor(tried, incoming),
      checkCompleteness({ grievance, contact: contact ? SOMEBODY : null }),
      tried.warnings,
    );
  }

  private refusedFor(
    { refused, barred }: Awaited<ReturnType<FileCaseHandler['tried']>>,
    { grievance, receivedAt }: IncomingFiling,
  ): readonly Omit<CheckedDefectShown, 'filing'>[] {
    if (!refused) return [];
    const bars = new Map(barredIn(grievance, barred).map(({ path, bar }) => [`/grievance${path}`, bar]));
    return [refused, ...(refused.also ?? [])].map(({ reason, path = '' }) => {
      const bar = reason.code === refusals.claimBarred.code ? bars.get(path) : undefined;
      const { en, 'zh-Hans': zh } = bar ? this.bars.wordsOf(bar, receivedAt) : reason;
      return { code: reason.code, path: path.replace(/^\/grievance(?=\/)/, ''), en, 'zh-Hans': zh };
    });
  }

  @Act({
    post: 'cases/:caseId/completeness',
    as: ['registry'],
    rule: 'S2',
    decides: [completenessActs.FindComplete, completenessActs.IssueDeficiencyNotice],
    asks: asksCase('FindComplete', 'IssueDeficiencyNotice'),
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
    description:
      'For a registry officer, within the time of S2; afterwards the automatic check decides by itself. Answers with ' +
      'the docket number, unless the registration takes longer than 5 seconds.',
  })
  @ApiOkResponse({ type: CaseShown })
  async findCompleteness(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { finding }: CompletenessRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const command =
      finding === 'complete'
        ? ({ type: 'FindComplete', ...act } as const)
        : ({ type: 'IssueDeficiencyNotice', ...act } as const);
    const outcome = await this.registration.after(caseId, await this.cases.act(caseId, command, context));
    return showOutcome(outcome, this.persons, received.caller);
  }

  @Act({
    post: 'cases/:caseId/cures',
    signed: true,
    as: ['desk'],
    rule: 'S2b',
    side: 'complainant',
    late: true,
    decides: [tooLong, completenessActs.CureDeficiency],
    asks: asksCase('CureDeficiency'),
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
    @UuidParam('caseId') caseId: CaseId,
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
