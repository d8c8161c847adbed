import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refuse } from '@parley/kernel';
import { Public } from '@parley/auth';
import { ProblemError, Refuses } from '@parley/http';
import { serviceRefusals } from '../../domain/service/service-refusals';
import { typedCode } from '../../domain/service/verification-code';
import { Inboxes } from '../../projections/inboxes';
import { VerificationShown } from './verification.response';

/** What a code on a cover sheet stands for, for anybody who holds the sheet. */
@ApiTags('Service')
@Public()
@Controller('v1/verify')
export class VerificationController {
  constructor(@Inject(Inboxes) private readonly inboxes: Inboxes) {}

  @Get(':code')
  @ApiOperation({
    summary: 'Verify the code on a cover sheet',
    description:
      'Says which document was served on whom and when, by its digest, and nothing of what it says. ' +
      'Case, spaces and hyphens do not matter.',
  })
  @ApiParam({ name: 'code', description: 'The code as it stands on the sheet.', example: 'K7QF-0D3M-A1ZC-9TRW' })
  @ApiOkResponse({ type: VerificationShown })
  @Refuses(serviceRefusals.unknownCode)
  async verify(@Param('code') typed: string): Promise<VerificationShown> {
    const code = typedCode(typed);
    const found = code === undefined ? null : await this.inboxes.findByCode(code);
    if (!found || code === undefined) throw ProblemError.refused(refuse(serviceRefusals.unknownCode));
    const { document } = found.notice;
    return {
      code,
      docketNumber: await this.inboxes.docketNumberOf(found.caseId),
      document: document?.kind ?? null,
      reference: document?.reference ?? null,
      digest: document?.digest ?? found.digest,
      servedOn: found.party,
      servedAt: found.sentAt.toISOString(),
    };
  }
}
