import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  AsOfRequest,
  asOfOf,
  atRevision,
  CurrentCaller,
  PageRequest,
  PURPOSE_HEADER,
  Reading,
  Refuses,
  ShownPage,
  UuidParam,
  type Answer,
  type PageShown,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { DrawsShown } from './draws.response';
import { PanelGate } from './panel-gate';
import { PanelLineShown } from './panel-line.response';
import { PanelList } from './panel-list';
import { PanelShown } from './panel.response';
import { showDraws } from './draws.response';
import { revisionFor } from './revision-for';
import { showPanel } from './show-panel';

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
  @ApiOperation({
    summary: 'List the panels on which the caller is',
    description: 'Newest first. `after` waits briefly for a write of one’s own.',
  })
  @ShownPage(() => PanelLineShown, 'A page of panels.')
  panels(@CurrentCaller() caller: Caller, @Query() page: PageRequest): Promise<PageShown<PanelLineShown>> {
    return this.list.page(caller, page);
  }

  @Get('cases/:caseId/panel')
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'Read the panel of a case',
    description:
      'Folded from its own events; `ETag` is its revision, for who reads what the parties read. `asOf` ' +
      'shows it as it was. There is a panel from the registration on.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiOkResponse({ type: PanelShown })
  @Refuses(accessRefusals.notFound)
  async read(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() query: AsOfRequest,
    @Req() request: FastifyRequest,
  ): Promise<Answer<PanelShown>> {
    const { state, revision, reads } = await this.gate.open(caseId, caller, asOfOf(query));
    await this.reading.note(
      caseId,
      [{ subject: 'panel', what: 'particulars', tier: reads('PARTIES') ? 'PARTIES' : 'PANEL' }],
      caller,
      request,
    );
    return revisionFor(reads, atRevision(showPanel(state, reads), revision));
  }

  @Get('cases/:caseId/panel/draws')
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'Read the draws by lot of a panel',
    description:
      'With everything that is needed to repeat each: SHA-256 of `secret` is the commitment that was ' +
      'published when the panel was opened; the seed is the SHA-256 of the canonical JSON of roster ' +
      'digest, seat and secret; the number is made of the first 48 bits of SHA-256("seed:0"), "seed:1" … ' +
      'below the largest multiple of the number of the eligible, modulo that number.',
  })
  @ApiOkResponse({ type: DrawsShown })
  @Refuses(accessRefusals.notFound)
  async draws(@UuidParam('caseId') caseId: CaseId, @CurrentCaller() caller: Caller): Promise<Answer<DrawsShown>> {
    const { state, revision, reads } = await this.gate.open(caseId, caller);
    return revisionFor(reads, atRevision(showDraws(state), revision));
  }
}
