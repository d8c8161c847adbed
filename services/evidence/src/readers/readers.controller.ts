import { Body, Controller, Get, Inject, Param, Query } from '@nestjs/common';
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
  Received,
  Refuses,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { Casefiles } from '../casefile/casefiles';
import { decisionDigest, decisionText } from './readers-state.rules';
import { refusals } from '../casefile/refusals.rules';
import { answerWith } from '../exhibits/exhibits.http';
import { asksEvidence } from '../casefile/asked-evidence.http';
import { EvidenceGate } from '../casefile/casefile.http';
import { ExhibitShown } from '../exhibits/exhibits.response';
import {
  ReadersDraftRequest,
  ReadersDraftShown,
  ReadersRequest,
  ReadersSignatureRequest,
  WithdrawalRequest,
} from './readers.response';
import { withdrawExhibit } from './withdraw-exhibit.rules';
import { addReaders, signReadersDecision } from './sign-readers-decision.rules';

const OF_ITS_PARTY = { as: ['desk'], rule: 'I-42' } as const;

/**
 * Who reads an exhibit. Its party adds readers or takes it back, both co-heads decide everything else, and a tombstone
 * stays.
 */
@ApiTags('Evidence')
@ApiParam({ name: 'number', description: 'Number of the exhibit.', example: 'USA-1' })
@Controller('v1/cases/:caseId/exhibits/:number')
export class ReadersController {
  constructor(
    @Inject(Casefiles) private readonly casefiles: Casefiles,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
  ) {}

  @Act({
    post: 'withdrawal',
    ...OF_ITS_PARTY,
    decides: withdrawExhibit,
    asks: asksEvidence('WithdrawExhibit'),
    refuses: [
      refusals.unknownExhibit,
      refusals.notYourExhibit,
      refusals.exhibitWithdrawn,
      refusals.screeningEnded,
      refusals.longStopPassed,
      refusals.evidenceClosed,
      refusals.leaveOver,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Take an exhibit back',
    description:
      'By the party that filed it, with a coded reason, until the last day for evidence or the end of the ' +
      'screening. Nobody is handed its bytes any more, and everybody who knew of it sees the tombstone.',
  })
  @ApiOkResponse({ type: ExhibitShown })
  async withdrawExhibit(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Body() { reason }: WithdrawalRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    return answerWith(
      await this.casefiles.act(caseId, { type: 'WithdrawExhibit', ...act, number, reason }, context),
      number,
    );
  }

  @Act({
    post: 'readers',
    ...OF_ITS_PARTY,
    decides: addReaders,
    asks: asksEvidence('AddReaders'),
    refuses: [
      refusals.unknownExhibit,
      refusals.notYourExhibit,
      refusals.exhibitWithdrawn,
      refusals.readersTakenAway,
      refusals.readersDecided,
      refusals.evidenceClosed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Let more read an exhibit',
    description: 'By the party that designated it: its consent, also after the screening has ended (I-42).',
  })
  @ApiOkResponse({ type: ExhibitShown })
  async addReaders(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Body() { tier }: ReadersRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    return answerWith(
      await this.casefiles.act(caseId, { type: 'AddReaders', ...act, number, to: tier }, context),
      number,
    );
  }

  @Get('readers/draft')
  @Roles({ rule: 'I-04' }, 'cohead')
  @Logged({ subject: ':number', what: 'readers-draft', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Read what the co-heads would sign to change the readers of an exhibit',
    description: 'With the digest; nothing is recorded.',
  })
  @ApiOkResponse({ type: ReadersDraftShown })
  @Refuses(refusals.exhibitWithdrawn, refusals.readersSame, accessRefusals.notFound)
  async readReadersDraft(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Query() { to, reason }: ReadersDraftRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<ReadersDraftShown> {
    const { exhibit } = await this.gate.openExhibit(caseId, number, caller);
    if (exhibit.withdrawn) throw ProblemError.refused(refuse(refusals.exhibitWithdrawn));
    if (exhibit.tier === to) throw ProblemError.refused(refuse(refusals.readersSame, '/to'));
    const text = decisionText(caseId, exhibit, to, reason);
    return { ...text, digest: decisionDigest(text) };
  }

  @Act({
    post: 'readers/signatures',
    signed: true,
    as: ['cohead'],
    rule: 'I-04',
    decides: signReadersDecision,
    asks: asksEvidence('SignReadersDecision'),
    refuses: [
      refusals.notACoHead,
      refusals.unknownExhibit,
      refusals.exhibitWithdrawn,
      refusals.readersSame,
      refusals.anotherDecision,
      refusals.decisionDigestDiffers,
      refusals.evidenceClosed,
      refusals.signsForBothSides,
      refusals.sideHasSigned,
      refusals.decisionTimePassed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Sign a change of the readers of an exhibit',
    description:
      'By a co-head of each side, over the digest of the same draft (I-04). The first signature opens ' +
      'the decision, the second carries it out; ' +
      'without it in 5 joint business days the readers stay. Where readers are taken away a tombstone stays (I-42).',
  })
  @ApiOkResponse({ type: ExhibitShown })
  async signReaders(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Body() { ...signature }: ReadersSignatureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const command = {
      type: 'SignReadersDecision',
      ...act,
      caseId,
      number,
      ...signature,
      ruleSetVersion: rulesAt(this.casefiles.ruleSetVersion, act.receivedAt),
    } as const;
    return answerWith(await this.casefiles.act(caseId, command, context), number);
  }
}
