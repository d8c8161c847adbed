import { Body, Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { rulesAt } from '@parley/event-store';
import { refuse, type CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  CurrentCaller,
  Logged,
  ProblemError,
  Reading,
  Received,
  Refuses,
  UuidParam,
  type Answer,
  type ReceivedAct,
  type PageShown,
  ShownList,
  wholeList,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { Casefiles } from '../casefile/casefiles';
import { currentLoan, loanDigest, loanText } from './loans.rules';
import { refusals } from '../casefile/refusals.rules';
import { asksEvidence } from '../casefile/asked-evidence.http';
import { EvidenceGate, handed } from '../casefile/casefile.http';
import { JointSignatureRequest } from '../readers/readers.response';
import { answerWithLoan, BorrowedShown, LoanDraftShown, LoanRequest, LoanShown } from './loans.response';
import { askForLoan, consentToLoan, signLoan, endLoan } from './loans-acts.rules';

const NUMBER = { name: 'number', description: 'Number of the exhibit.', example: 'USA-1' } as const;
const ASSIGNMENT = {
  name: 'assignment',
  description: 'Id of the expert or of the third party within the case.',
  example: 'expert:US:1',
} as const;

/**
 * Exhibits lent to experts and third parties, who read no tier. A loan is of one exhibit to one person, until the loan
 * or the review ends (I-42).
 */
@ApiTags('Evidence')
@Controller('v1/cases/:caseId')
export class LoansController {
  constructor(
    @Inject(Casefiles) private readonly casefiles: Casefiles,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get('loans')
  @Roles({ rule: 'I-42' }, 'expert', 'third-party')
  @Logged()
  @ApiOperation({
    summary: 'List the exhibits that are lent to you',
    description:
      'For experts and third parties: what is lent to them in this case now, and nothing else of its evidence.',
  })
  @ShownList(() => BorrowedShown, 'Exhibits that you have on loan now.')
  @Refuses(accessRefusals.notFound)
  async listLoans(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<PageShown<BorrowedShown>> {
    const lent = await this.gate.openLent(caseId, caller);
    await this.reading.note(
      caseId,
      lent.map(([exhibit]) => handed(exhibit, 'line')),
      caller,
      request,
    );
    return wholeList(
      lent.map(([{ number, file }, loan]) => ({
        number,
        assignment: loan.to.assignment,
        since: loan.lent?.at ?? loan.askedAt,
        file,
      })),
    );
  }

  @Act({
    post: 'exhibits/:number/loans',
    as: ['panel', 'registry'],
    rule: 'I-42',
    decides: askForLoan,
    asks: asksEvidence('AskForLoan'),
    refuses: [
      refusals.unknownExhibit,
      refusals.notHeard,
      refusals.readByAll,
      refusals.loanAsked,
      refusals.hearingOver,
      refusals.exhibitWithdrawn,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiParam(NUMBER)
  @ApiOperation({
    summary: 'Ask that an exhibit be lent to an expert or a third party',
    description:
      'By a member of the panel or the registry, of an exhibit that they read and for somebody whom the ' +
      'panel hears in person. It opens nothing: the party of the exhibit may ' +
      'consent, or both co-heads sign. If neither does, it stays closed and the review goes on.',
  })
  @ApiOkResponse({ type: LoanShown })
  async askForLoan(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Body() { assignment, purpose }: LoanRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<LoanShown>> {
    const { act, role, context } = await this.gate.admitReader(caseId, number, received);
    const as = role === 'panel' ? 'panel' : 'registry';
    const command = { type: 'AskForLoan', ...act, as, number, assignment, purpose } as const;
    return answerWithLoan(await this.casefiles.act(caseId, command, context), number, assignment, role !== 'panel');
  }

  @Act({
    post: 'exhibits/:number/loans/:assignment/consent',
    as: ['desk'],
    rule: 'I-42',
    decides: consentToLoan,
    asks: asksEvidence('ConsentToLoan'),
    refuses: [
      refusals.unknownExhibit,
      refusals.unknownLoan,
      refusals.notYourExhibit,
      refusals.lentAlready,
      refusals.readByAll,
      refusals.readersDecided,
      refusals.hearingOver,
      refusals.exhibitWithdrawn,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiParam(NUMBER)
  @ApiParam(ASSIGNMENT)
  @ApiOperation({
    summary: 'Consent that an exhibit be lent',
    description: 'By the party that filed it. From then on the person for whom it was asked may read its bytes.',
  })
  @ApiOkResponse({ type: LoanShown })
  async consentToLoan(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Param('assignment') assignment: string,
    @Received() received: ReceivedAct,
  ): Promise<Answer<LoanShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    return answerWithLoan(
      await this.casefiles.act(caseId, { type: 'ConsentToLoan', ...act, number, assignment }, context),
      number,
      assignment,
      true,
    );
  }

  @Get('exhibits/:number/loans/:assignment/draft')
  @Roles({ rule: 'I-04' }, 'cohead')
  @Logged({ subject: ':number', what: 'loan-draft', tier: 'PARTIES' })
  @ApiParam(NUMBER)
  @ApiParam(ASSIGNMENT)
  @ApiOperation({
    summary: 'Read what the co-heads would sign to lend an exhibit',
    description: 'With the digest; nothing is recorded.',
  })
  @ApiOkResponse({ type: LoanDraftShown })
  @Refuses(refusals.unknownLoan, accessRefusals.notFound)
  async readLoanDraft(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Param('assignment') assignment: string,
    @CurrentCaller() caller: Caller,
  ): Promise<LoanDraftShown> {
    const { exhibit } = await this.gate.openExhibit(caseId, number, caller);
    const loan = currentLoan(exhibit, assignment);
    if (!loan) throw ProblemError.refused(refuse(refusals.unknownLoan));
    const text = loanText(caseId, exhibit, loan);
    return { ...text, digest: loanDigest(text) };
  }

  @Act({
    post: 'exhibits/:number/loans/:assignment/signatures',
    signed: true,
    as: ['cohead'],
    rule: 'I-04',
    decides: signLoan,
    asks: asksEvidence('SignLoan'),
    refuses: [
      refusals.notACoHead,
      refusals.unknownExhibit,
      refusals.unknownLoan,
      refusals.lentAlready,
      refusals.readByAll,
      refusals.hearingOver,
      refusals.exhibitWithdrawn,
      refusals.decisionDigestDiffers,
      refusals.signsForBothSides,
      refusals.sideHasSigned,
      refusals.decisionTimePassed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiParam(NUMBER)
  @ApiParam(ASSIGNMENT)
  @ApiOperation({
    summary: 'Sign that an exhibit be lent',
    description:
      'By a co-head of each side, over the digest of the same draft (I-04), where its party does not ' +
      'consent. The first signature opens the decision, the second lends the exhibit; ' +
      'without it in 5 joint business days the exhibit is not lent.',
  })
  @ApiOkResponse({ type: LoanShown })
  async signLoan(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Param('assignment') assignment: string,
    @Body() { ...signature }: JointSignatureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<LoanShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const command = {
      type: 'SignLoan',
      ...act,
      caseId,
      number,
      assignment,
      ...signature,
      ruleSetVersion: rulesAt(this.casefiles.ruleSetVersion, act.receivedAt),
    } as const;
    return answerWithLoan(await this.casefiles.act(caseId, command, context), number, assignment, true);
  }

  @Act({
    post: 'exhibits/:number/loans/:assignment/end',
    as: ['panel', 'registry', 'desk'],
    rule: 'I-42',
    decides: endLoan,
    asks: asksEvidence('EndLoan'),
    refuses: [
      refusals.unknownExhibit,
      refusals.unknownLoan,
      refusals.notYourExhibit,
      refusals.notYetLent,
      refusals.loanDecided,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiParam(NUMBER)
  @ApiParam(ASSIGNMENT)
  @ApiOperation({
    summary: 'End a loan, or take back that it was asked for',
    description:
      'By a member of the panel or the registry at any time, and by the party of the exhibit where it ' +
      'lent it itself. Nothing more of the exhibit is handed out from then on; the loan stays on record.',
  })
  @ApiOkResponse({ type: LoanShown })
  async endLoan(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Param('assignment') assignment: string,
    @Received() received: ReceivedAct,
  ): Promise<Answer<LoanShown>> {
    const { act, role, context } = await this.gate.admitReader(caseId, number, received);
    const as = role === 'panel' || role === 'registry' ? role : 'desk';
    return answerWithLoan(
      await this.casefiles.act(caseId, { type: 'EndLoan', ...act, as, number, assignment }, context),
      number,
      assignment,
      role !== 'panel',
    );
  }
}
