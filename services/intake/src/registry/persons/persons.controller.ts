import { Controller, Delete, HttpCode, Inject } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals, type Caller } from '@parley/access';
import { domainEventOf } from '@parley/event-store';
import type { CaseId, PersonId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import { CurrentCaller, Refuses, UuidParam } from '@parley/http';
import { Cases } from '../../repositories';
import { Persons } from './persons.table';
import type { CaseEvent } from '../../case/case-events.rules';
import { CaseGate } from '../../case/case-gate.http';

const RULE = 'S2';
const FORGETTING = { as: ['desk', 'registry'], rule: RULE, side: 'complainant' } as const;

/**
 * Whom the registry may call in a case. Names and numbers are no part of the record, so that a person can be forgotten.
 */
@ApiTags('Cases')
@Controller('v1/cases/:caseId/contact')
export class ContactController {
  constructor(
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Delete()
  @HttpCode(204)
  @Roles({ rule: RULE }, 'desk', 'registry')
  @ApiOperation({
    summary: 'Forget whom to call in a case',
    description:
      'By the complainant’s desk or the registry, at any time, and again as often as one likes. Name and ' +
      'number of everybody whom its filings ' +
      'named are deleted; the case shows `contact: null` from then on. No event is changed: the ' +
      'record never held them.',
  })
  @ApiNoContentResponse()
  @Refuses(refusals.notFound, refusals.notYourRole, refusals.notYourSide, refusals.twoCapacities)
  async forget(@UuidParam('caseId', 'Id of the case.') caseId: CaseId, @CurrentCaller() caller: Caller): Promise<void> {
    await this.gate.admit(caseId, { caller, declared: FORGETTING });
    await this.persons.forget(...(await contactsIn(this.cases, caseId)));
  }
}

/** The contacts that a case's filings named, in any of its rounds. */
async function contactsIn(cases: Cases, caseId: CaseId): Promise<readonly PersonId[]> {
  const events = (await cases.recorded(caseId)).map((event) => domainEventOf(event) as CaseEvent);
  return events.flatMap(({ data }) => ('contact' in data && data.contact !== null ? [data.contact] : []));
}
