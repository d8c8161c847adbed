import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import { CurrentCaller, Refuses, UuidParam } from '@parley/http';
import { CaseGate } from '../case-gate';
import { AgendaList } from './agenda-list';
import { CaseAgendaShown } from './agenda.response';

/** The deadlines of one case in all parts of the procedure, for who may see it. */
@ApiTags('Agenda')
@Controller('v1/cases/:caseId/agenda')
export class CaseAgendaController {
  constructor(
    @Inject(AgendaList) private readonly list: AgendaList,
    @Inject(CaseGate) private readonly gate: CaseGate,
  ) {}

  @Get()
  @Roles({ rule: 'I-64' }, 'desk', 'registry', 'panel', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'See what runs in a case',
    description:
      'Every deadline, whoever’s act it awaits, with its first date, each change and its reason, and its ' +
      'present date. A member of the panel does not see those that stand between the parties.',
  })
  @ApiOkResponse({ type: CaseAgendaShown })
  @Refuses(accessRefusals.notFound)
  async agenda(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<CaseAgendaShown> {
    const { seesContact: betweenParties } = await this.gate.open(caseId, caller);
    return { items: await this.list.inCase(caseId, betweenParties) };
  }
}
