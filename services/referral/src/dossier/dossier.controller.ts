import { Body, Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  CurrentCaller,
  Logged,
  Reading,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
  type PageShown,
  ShownList,
  wholeList,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { Referrals } from '../referral/repositories';
import type { Dossier } from './dossier.rules';
import type { ReferralState } from '../referral/referral-state.rules';
import { refusals } from '../referral/refusals.rules';
import { DossierDetailShown, DossierShown } from './dossier.response';
import { DossierFiles } from './dossier-files.http';
import { asksReferral, draftOf, mayReadContent, ReferralGate, revisionFor } from '../referral/referral.http';
import { handed } from './handed-dossier';
import { DossierOrderRequest, DossierSignatureRequest } from './dossier.request';
import { filedReferral, showDossier, type Viewer } from '../referral/show-referral.response';
import { requestDossier, signDossier } from './sign-dossier.rules';

const NUMBER = { name: 'n', description: 'Number of the dossier in its case.', example: '1' } as const;

@ApiTags('Referral')
@Controller('v1/cases/:caseId/referral/dossiers')
export class DossiersController {
  constructor(
    @Inject(Referrals) private readonly referrals: Referrals,
    @Inject(ReferralGate) private readonly gate: ReferralGate,
    @Inject(DossierFiles) private readonly files: DossierFiles,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Act({
    post: '',
    status: 201,
    as: ['desk'],
    rule: 'S12',
    whose: 'complaining',
    decides: requestDossier,
    asks: asksReferral('RequestDossier'),
    refuses: [
      refusals.noClaimsOfOwn,
      refusals.notRegistered,
      refusals.noBasis,
      refusals.dossierPending,
      refusals.forumClosed,
      refusals.notAMember,
      refusals.agreementNotCovered,
      refusals.agreementNotBinding,
      refusals.unknownMeasure,
      refusals.unknownClaim,
      refusals.claimOfOther,
      refusals.claimWithoutMeasure,
      refusals.measureWithoutClaim,
      refusals.unknownProvision,
      refusals.provisionOutOfPlace,
      refusals.evidenceMissing,
      refusals.provisionMissing,
      refusals.consultationsUnexplained,
      refusals.symbolMalformed,
      refusals.forumEventAhead,
      refusals.heldOutOfTime,
      refusals.panelRequestEarly,
      refusals.noSuchChannel,
      refusals.institutionElsewhere,
      refusals.tooFewPeople,
      refusals.executiveDirectorElsewhere,
      refusals.projectClosed,
      refusals.notRaisedBefore,
      refusals.partElsewhere,
      refusals.optionsMissing,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Request a dossier',
    description:
      'By the complainant, and by the respondent where claims of its own are in the case, each of its ' +
      'own claims: after final findings, a lapse, or its exit notice (I-48). It is put together at once ' +
      'for both co-heads to sign, and issued to both sides when they have, or when their time is up.',
  })
  @ApiCreatedResponse({ type: DossierShown })
  async requestDossier(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: DossierOrderRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DossierShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const { access } = await this.gate.open(caseId, received.caller);
    const outcome = await this.referrals.act(
      caseId,
      { type: 'RequestDossier', ...act, request: draftOf(body) },
      context,
    );
    const viewer = { caller: received.caller, access };
    const requested = ({ state }: { readonly state: ReferralState }): Dossier =>
      lastOf(filedReferral(state).dossiers.filter(({ party }) => party === act.party));
    return respond(outcome, (made) => showDossier(requested(made), viewer), {
      location: (made) => `/v1/cases/${caseId}/referral/dossiers/${String(requested(made).n)}`,
    });
  }

  @Get()
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged({ subject: 'dossiers', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'List the dossiers of a case',
    description: 'Of a party each stands on another basis or goes to another forum, so there are few and no pages.',
  })
  @ShownList(() => DossierShown, 'Dossiers of the case, oldest first.')
  @Refuses(accessRefusals.notFound)
  async listDossiers(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<Answer<PageShown<DossierShown>>> {
    const { state, revision, facts, access } = await this.gate.open(caseId, caller);
    const viewer = { caller, access };
    return revisionFor(
      viewer,
      atRevision(wholeList(state.dossiers.map((dossier) => showDossier(dossier, viewer))), revision, facts),
    );
  }

  @Get(':n')
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged()
  @ApiParam(NUMBER)
  @ApiOperation({
    summary: 'Read what is known of a dossier',
    description: 'With its inputs and the names of its documents for who may read them.',
  })
  @ApiOkResponse({ type: DossierDetailShown })
  @Refuses(refusals.noSuchDossier, accessRefusals.notFound)
  async readDossier(
    @UuidParam('caseId') caseId: CaseId,
    @Param('n') n: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<DossierDetailShown>> {
    const { dossier, revision, facts, access } = await this.gate.openDossier(caseId, n, caller);
    const viewer = { caller, access };
    const whole = mayReadContent(dossier, caller, access);
    const read = handed(dossier, 'particulars');
    await this.reading.note(caseId, [whole ? read : { ...read, tier: 'PARTIES' }], caller, request);
    return revisionFor(viewer, atRevision(await this.detail(dossier, viewer), revision, facts));
  }

  @Act({
    post: ':n/signatures',
    signed: true,
    as: ['cohead'],
    rule: 'I-04',
    decides: signDossier,
    asks: asksReferral('SignDossier'),
    refuses: [
      refusals.notACoHead,
      refusals.signsForBothSides,
      refusals.noSuchDossier,
      refusals.notAssembled,
      refusals.signingClosed,
      refusals.sideHasSigned,
      refusals.digestDiffers,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiParam(NUMBER)
  @ApiOperation({
    summary: 'Sign a dossier',
    description: 'By a co-head of each side, over the same digest (I-04). It goes out when both have signed.',
  })
  @ApiOkResponse({ type: DossierShown })
  async signDossier(
    @UuidParam('caseId') caseId: CaseId,
    @Param('n') n: string,
    @Body() { ...signature }: DossierSignatureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DossierShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const { access, dossier } = await this.gate.openDossier(caseId, n, received.caller);
    const command = { type: 'SignDossier', ...act, n: dossier.n, ...signature } as const;
    const outcome = await this.referrals.act(caseId, command, context);
    return respond(outcome, ({ state }) =>
      showDossier(numbered(filedReferral(state).dossiers, dossier.n), { caller: received.caller, access }),
    );
  }

  private async detail(dossier: Dossier, viewer: Viewer): Promise<DossierDetailShown> {
    const { assembly } = dossier;
    const shown = showDossier(dossier, viewer);
    if (!assembly || !mayReadContent(dossier, viewer.caller, viewer.access))
      return { ...shown, inputs: null, documents: [] };
    const { events, exhibits } = await this.files.inputs(assembly);
    const files = exhibits.flatMap((exhibit) =>
      exhibit.files.map(({ path, digest, sizeBytes }) => ({ path, digest, sizeBytes })),
    );
    return { ...shown, inputs: { events, files }, documents: await this.files.names(assembly) };
  }
}

/** After an act there is at least the dossier of that act. */
function lastOf(dossiers: readonly Dossier[]): Dossier {
  const last = dossiers.at(-1);
  if (!last) throw new TypeError('no dossier was requested');
  return last;
}

const numbered = (dossiers: readonly Dossier[], n: number): Dossier =>
  lastOf(dossiers.filter((dossier) => dossier.n === n));
