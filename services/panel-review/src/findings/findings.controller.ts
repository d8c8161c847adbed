import { Body, Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { refuse, type CaseId, type Tier } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  Answer,
  CurrentCaller,
  Logged,
  ProblemError,
  provedTo,
  Reading,
  Received,
  Refuses,
  respond,
  UuidParam,
  type ReceivedAct,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { Panels } from '../panel/repositories';
import { openedPanelOf, type PanelState } from '../panel/panel-state.rules';
import { refusals } from '../panel/refusals.rules';
import { FindingsCertificationRequest } from './findings.request';
import { FindingsShown } from './findings.response';
import { showFindings } from './show-findings.response';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { revisionFor } from '../panel/show-panel.response';
import { certifyFindings } from './certification.rules';

/** Events by which findings are made, certified and issued. */
const OF_FINDINGS: readonly string[] = ['FindingsDecided', 'FindingsCertified', 'FindingsIssued'];

/** S9, in the open: findings and their certification. */
@ApiTags('Findings')
@Controller('v1/cases/:caseId')
export class FindingsController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get('panel/findings')
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged()
  @ApiOperation({
    summary: 'Read the findings',
    description:
      'From the close of the deliberation on their digest and the steps, which the co-heads certify. What they say ' +
      'the seated members alone read before the issue, then the parties and the panel, and others what is published ' +
      'once the time to mark is over (I-75).',
  })
  @ApiOkResponse({ type: FindingsShown })
  @Refuses(accessRefusals.notFound, refusals.noFindings)
  async readFindings(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<FindingsShown>> {
    const { state, revision, known: facts, reads } = await this.gate.open(caseId, caller);
    const known = state.stage.name === 'issued' || reads('PARTIES') || reads('DELIBERATION');
    const findings = findingsOf(known ? state : undefined, reads);
    const outside = findings.issuedAt === null ? 'PARTIES' : 'PUBLIC';
    const inside = findings.issuedAt === null ? 'DELIBERATION' : 'PANEL';
    const tier = findings.findings === null ? outside : inside;
    await this.reading.note(caseId, [{ subject: 'findings', what: 'content', tier }], caller, request);
    const events = (await this.panels.recorded(caseId)).filter(({ type }) => OF_FINDINGS.includes(type));
    const about = { revision, facts: facts.count, tells: provedTo(events, reads) };
    return revisionFor(reads, new Answer(findings, about));
  }

  @Act({
    post: 'findings/certifications',
    signed: true,
    as: ['cohead'],
    rule: 'S9',
    decides: certifyFindings,
    asks: asksPanel({ type: 'CertifyFindings' }),
    refuses: [
      refusals.panelImpossible,
      refusals.notCertifying,
      refusals.certificationLate,
      refusals.alreadySigned,
      refusals.signsForBoth,
      refusals.digestDiffers,
      refusals.notACoHead,
      refusals.twoCapacities,
      refusals.screeningEnded,
      refusals.screeningSuspended,
      refusals.longStopPassed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'Certify the procedure of the findings',
    description:
      'By a co-head: the procedure, over the digest and the list of steps, without reading the substance. With both ' +
      'over the same digest the findings are issued; when the time is up they are issued with the missing ' +
      'certification noted.',
  })
  @ApiOkResponse({ type: FindingsShown })
  async certifyFindings(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { ...certification }: FindingsCertificationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<FindingsShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const outcome = await this.panels.act(caseId, { type: 'CertifyFindings', ...act, ...certification }, context);
    return respond(outcome, ({ state }) => findingsOf(state, () => false));
  }
}

/** @throws ProblemError 404 when there are none, or none that the reader may know of */
function findingsOf(state: PanelState | undefined, reads: (tier: Tier) => boolean): FindingsShown {
  const shown = state && showFindings(openedPanelOf(state), reads);
  if (!shown) throw ProblemError.refused(refuse(refusals.noFindings));
  return shown;
}
