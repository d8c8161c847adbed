import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  asDesk,
  asOfOf,
  AsOfRequest,
  atRevision,
  CurrentCaller,
  CursorCodec,
  CURSORS,
  Logged,
  PageRequest,
  Reading,
  ReadsLog,
  ListRequest,
  ShownReads,
  type PageShown,
  type ReadShown,
  Refuses,
  ShownList,
  showReads,
  UuidParam,
  type Answer,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { PanelGate } from './panel.http';
import { PanelList } from './panel-list.http';
import { PanelLineShown, PanelShown } from './panel.response';
import { revisionFor, showPanel } from './show-panel.response';

/** Who read the panel's part of a case (I-40): for auditors and desks of either side. */
@ApiTags('Panel')
@Controller('v1/cases/:caseId/panel/reads')
export class PanelReadsController {
  constructor(
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor', 'desk')
  @Logged({ subject: 'reads of panel', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'See who has read the panel’s part of a case',
    description:
      'Newest first, as for the intake’s part. Reads of the deliberation are there once the findings are issued.',
  })
  @ShownReads()
  @Refuses(accessRefusals.notFound)
  async listReadsOfPanel(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() page: ListRequest,
  ): Promise<PageShown<ReadShown>> {
    const { state } = await this.gate.open(caseId, caller);
    // The times at which members looked at the deliberation would tell how it went (I-14).
    const isIssued = state.stage.name === 'issued';
    const without = isIssued ? [] : (['DELIBERATION'] as const);
    return showReads(this.log, this.cursors, caseId, page, { without, ...asDesk(caller, !isIssued) });
  }
}

@ApiTags('Panel')
@Controller('v1')
export class PanelController {
  constructor(
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(PanelList) private readonly list: PanelList,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get('panels')
  @Roles('panel')
  @Logged({ subject: 'panels', tier: 'PANEL' })
  @ApiOperation({
    summary: 'List the panels on which the caller is',
    description: 'Newest first. `after` waits briefly for a write of one’s own.',
  })
  @ShownList(() => PanelLineShown, 'A page of panels.')
  listPanels(@CurrentCaller() caller: Caller, @Query() page: PageRequest): Promise<PageShown<PanelLineShown>> {
    return this.list.page(caller, page);
  }

  @Get('cases/:caseId/panel')
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged()
  @ApiOperation({
    summary: 'Read the panel of a case',
    description:
      'Folded from its own events and from what others told of the case; `ETag` covers both, for who reads what ' +
      'the parties read. `asOf` shows it as it was. There is a panel from the registration on.',
  })
  @ApiOkResponse({ type: PanelShown })
  @Refuses(accessRefusals.notFound)
  async readPanel(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() query: AsOfRequest,
    @Req() request: FastifyRequest,
  ): Promise<Answer<PanelShown>> {
    const { state, revision, known, reads } = await this.gate.open(caseId, caller, asOfOf(query));
    await this.reading.note(
      caseId,
      [{ subject: 'panel', what: 'particulars', tier: reads('PARTIES') ? 'PARTIES' : 'PANEL' }],
      caller,
      request,
    );
    return revisionFor(reads, atRevision(showPanel(state, reads), revision, known.count));
  }
}
