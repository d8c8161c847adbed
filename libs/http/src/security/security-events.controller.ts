import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import { refuse, type Clock } from '@parley/kernel';
import { CLOCK } from '../app/tokens';
import { CurrentCaller, personOf } from '../caller/current-caller.decorator';
import { DateField } from '../fields/field-decorators';
import { OPERATIONS, type Operations, type OperatorsToken } from '../operations/operations';
import { AsOperator } from '../operations/operators-token.decorator';
import { ProblemError } from '../problems/problem.error';
import { HoldsNoMaterial } from '../reads/logged-read.decorator';
import { SecurityEventsShown } from './security-events.response';

class SecurityEventsRequest {
  @DateField({ meaning: 'Day in UTC; today when left out.', example: '2025-03-03', optional: true })
  readonly day?: string;
}

/** Who was refused, and what operators did and people deleted: for auditors. */
@ApiTags('Operation')
@Controller('v1/security-events')
export class SecurityEventsController {
  constructor(
    @Inject(OPERATIONS) private readonly operations: Operations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor')
  @HoldsNoMaterial()
  @ApiOperation({
    summary: 'See the security events of a day',
    description:
      'Refused sign-ins, refusals for want of a right, limits, operators’ acts and deletions, with person and ' +
      'outcome; of a refused token its issuer and why. Like ones of an hour are counted together. Those of the other ' +
      'side’s people are for its own auditors. No token, body, path or query is kept.',
  })
  @ApiOkResponse({ type: SecurityEventsShown })
  listSecurityEvents(
    @Query() { day }: SecurityEventsRequest,
    @CurrentCaller() caller: Caller,
    @AsOperator() token: OperatorsToken,
  ): Promise<SecurityEventsShown> {
    const { party } = personOf(caller);
    if (party === null) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return this.operations.securityEvents({ day: day ?? this.clock.now().slice(0, DAY), party }, token);
  }
}

/** The length of a day in an instant: `2025-03-03`. */
const DAY = 10;
