import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import { CLOCK, PageRequest, ShownList, type PageShown } from '@parley/http';
import type { Clock } from '@parley/kernel';
import { AgreementShown } from './agreement.response';
import { AgreementList } from './compliance.http';
import { showAgreement } from './show-agreement.response';

/** The public dashboard of compliance (I-54). */
@ApiTags('Compliance')
@Controller('v1/compliance')
export class ComplianceController {
  constructor(
    @Inject(AgreementList) private readonly list: AgreementList,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'See what was agreed on and what became of it',
    description:
      'Every settlement, and every agreement of the register, the newest first: owner, date and state of ' +
      'each obligation, and whether reports came. A date that has passed shows at once, whatever either ' +
      'party does (I-54).',
  })
  @ShownList(() => AgreementShown, 'A page of agreements.')
  async listAgreements(@Query() query: PageRequest): Promise<PageShown<AgreementShown>> {
    const now = this.clock.now();
    return this.list.page('in-force', query, ({ id, agreement }) => showAgreement(id, agreement, now));
  }
}
