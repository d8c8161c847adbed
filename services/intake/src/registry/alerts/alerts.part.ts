import { hasRole } from '@parley/access';
import { DELEGATED_ROLES, KnownDelegations } from '@parley/auth';
import { domainEventOf } from '@parley/event-store';
import type { ServicePorts } from '@parley/http';
import type { Clock, PartyCode } from '@parley/kernel';
import type { WorkingDayCalendar } from '@parley/procedure';
import { ownSecret, type OwnReaction } from '@parley/processes';
import type { ReadModel } from '@parley/projections';
import type { DataSource } from 'typeorm';
import type { IntakePart } from '../../intake.module';
import { SERVICE_CATEGORY } from '../../streams';
import { Agenda } from '../agenda/agenda.table';
import type { ServiceEvent } from '../notices/service.rules';
import type { WatchChannels } from '../watch-lists/watch-channels.table';
import { AlertProofs } from './alert-proofs';
import { AlertSender } from './alert-sender';
import { AlertsController } from './alerts.controller';
import { alertOfDay, type AlertReader } from './alerts.rules';
import { ChosenAlerts } from './chosen-alerts.table';
import { WaitingAlerts } from './waiting-alerts.table';

/** Alerts by choice: what a person wants to be told outside the system, and the sending of it. */
export function alertsPart(ports: ServicePorts, channels: WatchChannels, agendaTable: ReadModel): IntakePart {
  const { database, clock, clocksOf, onFailure } = ports;
  const [chosen, kept, agenda] = [new ChosenAlerts(database), new WaitingAlerts(database), new Agenda(database)];
  const proofs = new AlertProofs(ownSecret(ports));
  const sender = new AlertSender({
    ...{ clock, kept, onFailure },
    find: (channelId) => chosen.find(channelId),
    end: ({ personId }) => chosen.end(personId),
    speaks: speaksBy(database, clock),
    hasDue: async (reader, after, until) => {
      await agendaTable.idle();
      return agenda.hasDue(reader, after, until);
    },
    dayOf: (reader) => {
      const now = clock.now();
      return alertOfDay(now, calendarOf(ports, reader?.party ?? null), clocksOf.at(now).ruleSet.seat);
    },
    proofOf: (channelId) => proofs.of(channelId),
    deliver: (kind, to, alert) => channels.deliver(kind, to, alert),
  });
  return {
    reactions: [tellingOfServices(kept, clock)],
    workers: { 'the sender of alerts': sender },
    controllers: [AlertsController],
    providers: [
      { provide: ChosenAlerts, useValue: chosen },
      { provide: WaitingAlerts, useValue: kept },
      { provide: AlertProofs, useValue: proofs },
    ],
  };
}

const tellingOfServices = (kept: WaitingAlerts, clock: Clock): OwnReaction => ({
  name: 'alerts',
  categories: [SERVICE_CATEGORY],
  concerns: ({ type }) => type === 'NoticesServed',
  react: async (recorded) => {
    const { type, data } = domainEventOf(recorded) as ServiceEvent;
    if (type === 'NoticesServed') await kept.served(recorded.eventId, data.to, recorded.recordedAt, clock.now());
  },
});

/** Who is of neither side works on the days of both. */
function calendarOf({ calendars, parties }: ServicePorts, party: PartyCode | null): WorkingDayCalendar {
  const joint = calendars.current();
  const name = parties.find(({ code }) => code === party)?.calendar;
  return joint.parties.find((each) => each.name === name) ?? joint;
}

/** Whether a person acts for a side, as far as delegations say. */
function speaksBy(database: DataSource, clock: Clock): (reader: AlertReader) => Promise<boolean> {
  const delegations = new KnownDelegations(database);
  return async (reader) => {
    const { party, personId } = reader;
    const role = DELEGATED_ROLES.find((each) => hasRole(reader, each));
    if (role === undefined || party === null) return true;
    return (await delegations.standing({ party, personId, role }, clock.now())).kind !== 'not-in-force';
  };
}
