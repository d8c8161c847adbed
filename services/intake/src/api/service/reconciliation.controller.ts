import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import { millisOf, parseInstant, refuse, type Instant } from '@parley/kernel';
import { Roles, type Signer } from '@parley/auth';
import { CurrentCaller, personOf, ProblemError, Refuses, SIGNER } from '@parley/http';
import { reconcile, type ServiceRange } from '../../application/service/reconciliation';
import { serviceRefusals } from '../../domain/service/service-refusals';
import { Inboxes, MOST_RECONCILED } from '../../projections/inboxes';
import { UpToDateInboxes } from './up-to-date-inboxes';
import { partyOf } from './inbox-list';
import { ReconciliationRequest } from './reconciliation.request';
import { ReconciliationShown } from './reconciliation.response';

const LONGEST_MS = 366 * 24 * 60 * 60 * 1_000;

/** All that was served on a side, in one signed answer: what was not is missing there, and both can see it (I-60). */
@ApiTags('Service')
@Controller('v1/service/reconciliation')
export class ReconciliationController {
  constructor(
    @Inject(Inboxes) private readonly inboxes: Inboxes,
    @Inject(UpToDateInboxes) private readonly upToDate: UpToDateInboxes,
    @Inject(SIGNER) private readonly signer: Signer,
  ) {}

  @Get()
  @Roles({ rule: 'I-60' }, 'desk', 'auditor')
  @ApiOperation({
    summary: 'Ask for all that was served on your side in a range of time',
    description:
      'By the instant of sending, `from` included and `to` not. The registry signs the digest of the ' +
      'list; it says what the record says at this moment.',
  })
  @ApiOkResponse({ type: ReconciliationShown })
  @Refuses(serviceRefusals.rangeInverted, serviceRefusals.rangeTooLong, serviceRefusals.tooManyServed)
  async reconciliation(
    @CurrentCaller() caller: Caller,
    @Query() request: ReconciliationRequest,
  ): Promise<ReconciliationShown> {
    const party = partyOf(personOf(caller));
    const range = rangeOf(request);
    await this.upToDate.now();
    const services = await this.inboxes.servedOn(party, range);
    if (services.length > MOST_RECONCILED) throw ProblemError.refused(refuse(serviceRefusals.tooManyServed, '/to'));
    return reconcile(party, range, services, this.signer);
  }
}

/** @throws ProblemError 422 for a range that ends before it begins, or is longer than a year */
function rangeOf(request: ReconciliationRequest): ServiceRange {
  const [from, to] = [parseInstant(request.from), parseInstant(request.to)] as [Instant, Instant];
  if (to <= from) throw ProblemError.refused(refuse(serviceRefusals.rangeInverted, '/to'));
  if (millisOf(to) - millisOf(from) > LONGEST_MS)
    throw ProblemError.refused(refuse(serviceRefusals.rangeTooLong, '/to'));
  return { from, to };
}
