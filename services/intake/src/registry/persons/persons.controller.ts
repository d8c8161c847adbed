import { Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSchema, ApiTags } from '@nestjs/swagger';
import { refusals } from '@parley/access';
import { domainEventOf } from '@parley/event-store';
import { Act, Received, respond, Shown, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import type { CaseId, PersonId } from '@parley/kernel';
import { Cases, Contacts } from '../../repositories';
import type { CaseEvent } from '../../case/case-events.rules';
import { asksCase, admitToCase, CaseGate } from '../../case/case-gate.http';
import { contactRefusals, eraseContact, type Erasure } from './contacts.rules';
import { Persons } from './persons.table';

@ApiSchema({ description: 'A deletion of a contact.' })
class ErasureShown {
  @Shown({ meaning: 'Who deleted the contact.', kind: 'person', example: 'cn-desk' })
  readonly by: string;

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly at: string;
}

@ApiSchema({ description: 'When the contact of a case was forgotten.' })
class ErasuresShown {
  @Shown({ meaning: 'Deletions of the contact, the first one first.', type: () => ErasureShown, list: true })
  readonly erasures: readonly Erasure[];
}

/**
 * Whom the registry may call in a case. Names and numbers are no part of the record, so that a person can be forgotten;
 * that they were is.
 */
@ApiTags('Cases')
@Controller('v1/cases/:caseId/contact')
export class ContactController {
  constructor(
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(Cases) private readonly cases: Cases,
    @Inject(Contacts) private readonly contacts: Contacts,
    @Inject(Persons) private readonly persons: Persons,
  ) {}

  @Act({
    delete: '',
    as: ['desk', 'registry'],
    rule: 'I-76',
    side: 'complainant',
    decides: eraseContact,
    asks: asksCase(),
    refuses: [
      contactRefusals.notYourContact,
      refusals.notFound,
      refusals.notYourRole,
      refusals.notYourSide,
      refusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'Forget whom to call in a case',
    description:
      'By the complainant’s desk or its own officers of the registry, at any time, and again as often as one likes. ' +
      'Name and number of everybody whom its filings named are deleted; the case shows `contact: null` from then on. ' +
      'Who deleted them goes on record, for that side alone; the names never were on it.',
  })
  @ApiOkResponse({ type: ErasuresShown })
  async forgetContact(
    @UuidParam('caseId') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<ErasuresShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const { complainant } = (await this.gate.open(caseId, received.caller)).state.parties;
    const outcome = await this.contacts.act(caseId, { type: 'EraseContact', ...act, complainant }, context);
    const answer = respond(outcome, ({ state }) => ({ erasures: state }));
    await this.persons.forget(...(await contactsIn(this.cases, caseId)));
    return answer;
  }
}

/** The contacts that a case's filings named, in any of its rounds. */
async function contactsIn(cases: Cases, caseId: CaseId): Promise<readonly PersonId[]> {
  const events = (await cases.recorded(caseId)).map((event) => domainEventOf(event) as CaseEvent);
  return events.flatMap(({ data }) => ('contact' in data && data.contact !== null ? [data.contact] : []));
}
