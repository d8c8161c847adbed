import { Controller, Inject } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { type CaseId } from '@parley/kernel';
import {
  Act,
  entityTag,
  problemCatalogue,
  ProblemError,
  Received,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { refusals } from '../refusals.rules';
import { Drafts } from '../drafts/drafts.table';
import type { FiledCase } from '../case-commands.rules';
import { asksOfState, CaseGate } from '../case-gate.http';
import { answerOf, DraftShown, tooManyDrafts } from '../drafts/drafts.response';
import { notEnded } from './reopening.rules';

/** Until its screening has ended, a case is amended and not drafted anew. */
const endedBar = ({ status }: FiledCase) => (status === 'ended' ? undefined : notEnded());

/** Makes a draft from a case that ended, to file it again. */
@ApiTags('Drafts')
@Controller('v1/cases/:caseId/drafts')
export class RefilingController {
  constructor(
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Drafts) private readonly drafts: Drafts,
  ) {}

  @Act({
    post: '',
    signed: true,
    status: 201,
    as: ['desk'],
    rule: 'S2b',
    side: 'complainant',
    decides: [notEnded, tooManyDrafts],
    asks: asksOfState(endedBar),
    refuses: [
      refusals.notEnded,
      refusals.tooManyDrafts,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.notYourSide,
    ],
  })
  @ApiOperation({
    summary: 'Draft a grievance anew from a case that ended',
    description:
      'By the complainant’s desk, once the screening has ended. Name the case as `previous` when the ' +
      'draft is filed: it is a new case with a number of its own.',
  })
  @ApiCreatedResponse({ type: DraftShown })
  async draftRefiling(
    @UuidParam('caseId') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<DraftShown>> {
    await this.gate.admit(caseId, received);
    const { state, revision } = await this.gate.open(caseId, received.caller);
    if (received.ifRevision !== undefined && received.ifRevision !== revision)
      throw new ProblemError(problemCatalogue.stale, [], { etag: entityTag(revision) });
    const bar = endedBar(state);
    if (bar) throw ProblemError.refused(bar);
    const { commandId, bodyDigest, receivedAt: now } = received;
    return answerOf(
      await this.drafts.begin({
        commandId,
        bodyDigest,
        party: state.parties.complainant,
        grievance: state.grievance,
        now,
      }),
      201,
    );
  }
}
