import { intake, REGISTERS, tell } from '@parley/contracts';
import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { OutageRegisterEvent, OutagesEvent } from './outages.rules';
import { longStopIn } from '../../case/changes.tells';
import { tellReply } from '../../case/reply/reply.tells';

/** Tells the other contexts of an outage, and of acts that came by another channel. */
export function tellOutage(recorded: RecordedEvent, caseId: string, event: OutagesEvent): readonly PublicEvent[] {
  const at = event.occurredAt;
  switch (event.type) {
    case 'OutageNoted': {
      const { outageId, from, to, declaredBy, opens } = event.data;
      const noted = {
        caseId,
        outageId,
        at,
        outageFrom: from,
        outageTo: to,
        declaredBy,
        ...longStopIn(opens),
      };
      return [tell(recorded, intake.OutageNotedSchema, noted)];
    }
    case 'DefaultSetAside':
      // A closed case goes on. The other contexts take it up as after any end that was set aside.
      return event.data.act === 'cure'
        ? [
            tell(recorded, intake.LapseSetAsideSchema, {
              caseId,
              at,
              becauseOf: event.data.becauseOf,
              why: 'came-before',
            }),
          ]
        : [];
    case 'ReplyLapseSetAside':
      return tellReply(recorded, { caseId, receivedAt: at, reply: event.data.reply });
  }
}

/**
 * Tells each declared outage to those who keep limits that belong to no case, and that one was none. A mere proposal
 * moves nothing.
 */
export function tellOfRegister(recorded: RecordedEvent): readonly PublicEvent[] {
  const { type, data, occurredAt: at } = domainEventOf(recorded) as OutageRegisterEvent;
  const caseId = REGISTERS.outages;
  if (type === 'OutageAnnulled')
    return [tell(recorded, intake.OutageAnnulledSchema, { caseId, outageId: data.outageId, at }, { subject: caseId })];
  if (type !== 'OutageDeclared') return [];
  const { outageId, from, to, declaredBy } = data;
  const declared = { caseId, outageId, at, outageFrom: from, outageTo: to, declaredBy };
  return [tell(recorded, intake.OutageDeclaredSchema, declared, { subject: caseId })];
}
