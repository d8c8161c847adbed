import { Body, Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { Bilingual, CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import { Act, CurrentCaller, Received, Refuses, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { refusals } from '../../domain/refusals';
import { CaseGate } from '../case-gate';
import { ConsentDesk } from '../consent/consent-desk';
import { ReasonedRequest } from '../consent/consent.request';
import { ProposalsShown } from '../consent/consent.response';
import { ConsolidationRequest } from './consolidation.request';
import { TimetableShown } from './consolidation.response';
import { showTimetable } from './show-timetable';

const CONSOLIDATING = { as: ['desk'], rule: 'I-31' } as const;
const ofProposals = [
  refusals.proposedAlready,
  refusals.tooManyProposals,
  refusals.defaultPending,
  refusals.notAParty,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
] as const;

/** Cases between the parties that go on side by side. */
@ApiTags('Consolidation')
@Controller('v1/cases/:caseId')
export class ConsolidationController {
  constructor(
    @Inject(ConsentDesk) private readonly consents: ConsentDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
  ) {}

  @Act({
    post: 'consolidations',
    ...CONSOLIDATING,
    refuses: [
      refusals.noCaseToConsolidate,
      refusals.consolidatedAlready,
      refusals.notRegistered,
      refusals.screeningEnded,
      ...ofProposals,
    ],
  })
  @ApiOperation({
    summary: 'Propose that cases go on side by side',
    description:
      'Each keeps its number, parties, claims and clocks. It takes effect, in all of them, when the other party signs.',
  })
  @ApiOkResponse({ type: ProposalsShown })
  async consolidate(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() { cases, reason }: ConsolidationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    const ids = [...new Set(cases.map((each) => each.case as CaseId))];
    return this.consents.proposeBeside(caseId, ids, bilingual(reason), received);
  }

  @Act({ post: 'consolidations/undoing', ...CONSOLIDATING, refuses: [refusals.notConsolidated, ...ofProposals] })
  @ApiOperation({
    summary: 'Propose that consolidated cases go on apart again',
    description: 'It takes effect, in all of them, when the other party signs.',
  })
  @ApiOkResponse({ type: ProposalsShown })
  undo(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() { reason }: ReasonedRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    return this.consents.propose(caseId, { kind: 'deconsolidation', reason: bilingual(reason) }, received);
  }

  @Get('timetable')
  @Roles({ rule: 'I-31' }, 'desk', 'registry', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'See the joint timetable of consolidated cases',
    description:
      'Computed from the cases’ own deadlines: for each step the latest of them, never later. A case ' +
      'that goes on by itself has its own dates.',
  })
  @ApiOkResponse({ type: TimetableShown })
  @Refuses(accessRefusals.notFound)
  async timetable(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<TimetableShown> {
    const { state } = await this.gate.open(caseId, caller);
    const others = await Promise.all(
      (state.consolidation?.beside ?? []).map((other) => this.gate.open(other.caseId, caller)),
    );
    return showTimetable([state, ...others.map((other) => other.state)]);
  }
}

const bilingual = ({ en, 'zh-Hans': zh }: Bilingual): Bilingual => ({ en, 'zh-Hans': zh });
