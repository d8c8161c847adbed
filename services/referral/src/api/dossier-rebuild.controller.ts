import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { refuse, type CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import { CurrentCaller, ProblemError, Refuses, Shown, UuidParam } from '@parley/http';
import { countProofFailure } from '@parley/telemetry';
import type { RebuildDossier } from '../application/rebuild-dossier';
import { refusals } from '../domain/refusals';
import { ReferralGate } from './referral-gate';
import { REBUILD } from './tokens';

export class DossierRebuildShown {
  @Shown({ meaning: 'Whether both digests are those of the dossier that was issued.', example: true })
  readonly same: boolean;

  @Shown({ meaning: 'SHA-256 of the payload manifest that was built now.', kind: 'digest' })
  readonly manifest: string;

  @Shown({ meaning: 'SHA-256 of the packed bag that was built now.', kind: 'digest' })
  readonly packed: string;
}

/** Reproducibility (I-51), for auditors of either side to see for themselves. */
@ApiTags('Referral')
@Controller('v1/cases/:caseId/referral/dossiers/:n/rebuild')
export class DossierRebuildController {
  constructor(
    @Inject(ReferralGate) private readonly gate: ReferralGate,
    @Inject(REBUILD) private readonly rebuild: RebuildDossier,
  ) {}

  @Get()
  @Roles({ rule: 'I-51' }, 'auditor')
  @ApiParam({ name: 'n', description: 'Number of the dossier in its case.', example: '1' })
  @ApiOperation({
    summary: 'Build an issued dossier again and compare',
    description:
      'From the record and the exhibits alone: the same inputs give the same bytes. Takes as long as the first time.',
  })
  @ApiOkResponse({ type: DossierRebuildShown })
  @Refuses(refusals.noSuchDossier, accessRefusals.notFound)
  async again(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('n') number: string,
    @CurrentCaller() caller: Caller,
  ): Promise<DossierRebuildShown> {
    const { dossier, state } = await this.gate.openDossier(caseId, number, caller);
    if (dossier.status !== 'issued') throw ProblemError.refused(refuse(refusals.noSuchDossier));
    const { manifest, packed } = await this.rebuild(caseId, dossier, state);
    const same = manifest === dossier.assembly.digest && packed === dossier.packed;
    if (!same) countProofFailure('dossier');
    return { same, manifest, packed };
  }
}
