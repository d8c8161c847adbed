import { Body, Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { derivedUuid, rulesAt } from '@parley/event-store';
import type { CaseId, Clock } from '@parley/kernel';
import { Public, Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  CLOCK,
  CurrentCaller,
  Logged,
  PageRequest,
  Reading,
  Received,
  Refuses,
  respond,
  ShownList,
  UuidParam,
  type Answer,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { Agreements } from '../referral/repositories';
import type { Signatories } from './agreement-commands.rules';
import { complianceRefusals as refusals } from './compliance.rules';
import { termsRefusals } from './verification.rules';
import { SIGNATORIES } from '../referral/referral.http';
import { AgreementSignatureRequest } from '../settlement/settlement.request';
import { AgreementGate, AgreementList } from './compliance.http';
import { AgreementPapersShown } from './agreement-papers.response';
import { presentAgreement, showAgreement, showPapers } from './show-agreement.response';
import { AgreementRequest } from './compliance.request';
import { AgreementShown } from './agreement.response';
import { proposeAgreement, signAgreement, declineAgreement } from './register.rules';

const PROPOSING = { as: ['desk'], rule: 'S13' } as const;
const ID = 'Id of the agreement.';
const NEW_TERMS = [...Object.values(termsRefusals), refusals.reviewTooSoon, refusals.reviewTooFar] as const;

/** The register of agreements that both desks entered, and the papers of their parties. */
@ApiTags('Compliance')
@Controller('v1/agreements')
export class AgreementsController {
  constructor(
    @Inject(Agreements) private readonly agreements: Agreements,
    @Inject(AgreementGate) private readonly gate: AgreementGate,
    @Inject(AgreementList) private readonly list: AgreementList,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SIGNATORIES) private readonly signatories: Signatories,
  ) {}

  @Act({
    post: '',
    signed: true,
    status: 201,
    ...PROPOSING,
    decides: proposeAgreement,
    refuses: [...NEW_TERMS, refusals.notAParty, accessRefusals.notYourRole],
  })
  @ApiOperation({
    summary: 'Propose to enter an existing agreement',
    description: 'By either desk. It is in the register, and public, when both desks have signed the same digest.',
  })
  @ApiCreatedResponse({ type: AgreementPapersShown })
  async proposeAgreement(
    @Body() { firstReview, ...proposed }: AgreementRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementPapersShown>> {
    const { act, context } = this.gate.admitNew(received);
    const agreementId = derivedUuid('agreement', context.commandId);
    const terms = { ...proposed, firstReview: firstReview ?? null };
    const { ofRegister, ruleSetVersion } = this.agreements;
    const rules = rulesAt(ruleSetVersion, act.receivedAt);
    const command = {
      type: 'ProposeAgreement',
      ...act,
      agreementId,
      parties: this.signatories,
      terms,
      ruleSetVersion: rules,
    } as const;
    const outcome = await ofRegister.act(agreementId, command, { ...context, opensStream: true });
    return respond(outcome, ({ state }) => showPapers(agreementId, presentAgreement(state)), {
      location: () => `/v1/agreements/${agreementId}/papers`,
    });
  }

  @Get('proposals')
  @Roles('desk', 'registry', 'cohead', 'auditor')
  @Logged({ subject: 'proposals', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'List proposals that await a signature',
    description: 'The newest first. Not public: nothing binds that one desk alone proposes.',
  })
  @ShownList(() => AgreementPapersShown, 'A page of proposals.')
  async listAgreementProposals(@Query() query: PageRequest): Promise<PageShown<AgreementPapersShown>> {
    return this.list.page('proposed', query, ({ id, agreement }) => showPapers(id, agreement));
  }

  @Get(':agreementId')
  @Public()
  @ApiOperation({
    summary: 'Read an agreement',
    description:
      'As everybody sees it: owner, date and state of each obligation, its text as far as both parties ' +
      'agreed (I-54). `ETag` is its revision.',
  })
  @ApiOkResponse({ type: AgreementShown })
  @Refuses(refusals.noAgreement)
  async readAgreement(@UuidParam('agreementId', ID) agreementId: string): Promise<Answer<AgreementShown>> {
    const { state, revision } = await this.gate.inForce(agreementId);
    return atRevision(showAgreement(agreementId, state, this.clock.now()), revision);
  }

  @Get(':agreementId/papers')
  @Roles('desk', 'registry', 'cohead', 'auditor')
  @Logged()
  @ApiOperation({
    summary: 'Read the papers of an agreement',
    description:
      'What is its parties’ alone: a proposal with its signatures, dates that await an answer, ' +
      'words that are not public.',
  })
  @ApiOkResponse({ type: AgreementPapersShown })
  @Refuses(refusals.noAgreement)
  async readAgreementPapers(
    @UuidParam('agreementId', ID) agreementId: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<AgreementPapersShown>> {
    const { state, revision } = await this.gate.papers(agreementId, caller);
    await this.reading.note(
      agreementId as CaseId,
      [{ subject: 'agreement', what: 'papers', tier: 'PARTIES' }],
      caller,
      request,
    );
    return atRevision(showPapers(agreementId, state), revision);
  }

  @Act({
    post: ':agreementId/signatures',
    signed: true,
    as: ['desk'],
    rule: 'I-47',
    decides: signAgreement,
    refuses: [
      ...NEW_TERMS,
      refusals.noAgreement,
      refusals.notProposed,
      refusals.digestDiffers,
      refusals.partyHasSigned,
      refusals.signsForBothSides,
      refusals.reviewTooSoon,
      refusals.notAParty,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Sign a proposal',
    description:
      'By both desks, over the same digest (I-47): with the second signature the agreement is in the register.',
  })
  @ApiOkResponse({ type: AgreementPapersShown })
  async signAgreement(
    @UuidParam('agreementId', ID) agreementId: string,
    @Body() { ...signature }: AgreementSignatureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementPapersShown>> {
    const { act, context, kept } = await this.gate.admit(agreementId, received);
    const command = { type: 'SignAgreement', ...act, ...signature } as const;
    const outcome = await kept.among.act(agreementId, command, context);
    return respond(outcome, ({ state }) => showPapers(agreementId, presentAgreement(state)));
  }

  @Act({
    post: ':agreementId/refusals',
    ...PROPOSING,
    decides: declineAgreement,
    refuses: [refusals.noAgreement, refusals.notProposed, refusals.notAParty, accessRefusals.notYourRole],
  })
  @ApiOperation({
    summary: 'Decline a proposal',
    description:
      'By the other desk, or by the one that proposed it, which so takes it back. Another can be proposed at any time.',
  })
  @ApiOkResponse({ type: AgreementPapersShown })
  async declineAgreement(
    @UuidParam('agreementId', ID) agreementId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<AgreementPapersShown>> {
    const { act, context, kept } = await this.gate.admit(agreementId, received);
    const outcome = await kept.among.act(agreementId, { type: 'DeclineAgreement', ...act }, context);
    return respond(outcome, ({ state }) => showPapers(agreementId, presentAgreement(state)));
  }
}
