import { streamIdOf, type StreamName } from '@parley/event-store';
import { LateClaims, LateReadings, type ServicePorts, type ServiceWork } from '@parley/http';
import { plusMillis, type Instant } from '@parley/kernel';
import { endsThatCount } from '@parley/procedure';
import type { ReadModel } from '@parley/projections';
import type { IntakePart } from '../../intake.module';
import type { Cases, HotlineRequests } from '../../repositories';
import { HOTLINE_CATEGORY, OUTAGE_CATEGORY } from '../../streams';
import { Agenda, type EndingInCase } from '../agenda/agenda.table';
import type { NoticeRegisters } from '../notices/notice-registers';
import { SERVING } from '../notices/notices.reaction';
import { LateEntriesController } from '../../case/late-entries/late-entries.controller';
import { OutageWatch } from './outage-watch';
import { OutagesController } from './outages.controller';
import { callsForNoting, noteOutagesProcess } from './outages.reaction';
import { Outages } from './outages';

/** Outages of the system: its heartbeat, their register, and what each case makes of one (I-61). */
export function outagesPart(
  ports: ServicePorts,
  keeps: { readonly cases: Cases; readonly registers: NoticeRegisters; readonly hotlines: HotlineRequests },
  agenda: ReadModel,
  work: ServiceWork,
): IntakePart {
  const { database: dataSource, clock, shut, clocksOf, onFailure } = ports;
  const outages = new Outages(ports);
  /** The agenda must show everything recorded so far: a notice not served before the outage counts as well. */
  const endingIn = async (from: Instant, to: Instant): Promise<readonly EndingInCase[]> => {
    await work.reaction(SERVING.own).idle();
    await agenda.idle();
    return new Agenda(dataSource).endingIn(from, to);
  };
  const requestsIn = async (from: Instant, to: Instant): Promise<readonly string[]> => {
    const streams = await work.deciding.limits.streams([HOTLINE_CATEGORY], { after: from, until: to });
    return streams.map((stream) => streamIdOf(stream as StreamName));
  };
  /** An outage counts for limits that end so much later, too. */
  const hourAfter = (to: Instant): Instant => plusMillis(to, rule().hourMinutes * 60_000);
  /** Beside them, cases in which an entry waits that the outage may cover (I-67). */
  const concerned = async (from: Instant, to: Instant): Promise<readonly EndingInCase[]> => {
    const ending = await endingIn(from, hourAfter(to));
    const waiting = await new Agenda(dataSource).awaitingAnswer();
    return [...ending, ...waiting.filter(({ caseId }) => !ending.some((each) => each.caseId === caseId))];
  };
  const gap = async (from: Instant, to: Instant): Promise<void> => {
    const ends = endsThatCount({ from, to }, rule());
    if (!ends) return;
    const { after, until } = ends;
    const isOne = (await endingIn(after, until)).length > 0 || (await requestsIn(after, until)).length > 0;
    if (isOne) await outages.declare(from, to);
  };
  const rule = () => clocksOf.at(clock.now()).ruleSet.outage;
  const gapMs = (): number => rule().shortGapMinutes * 60_000;
  return {
    reactions: [
      {
        name: 'outages',
        categories: [OUTAGE_CATEGORY],
        concerns: callsForNoting,
        react: noteOutagesProcess(keeps, concerned, (from, to) => requestsIn(from, hourAfter(to))),
        holdsDefaults: true,
      },
    ],
    workers: { 'the watch over outages': new OutageWatch({ dataSource, clock, shut, gapMs, gap, onFailure }) },
    controllers: [OutagesController, LateEntriesController],
    providers: [
      { provide: Outages, useValue: outages },
      { provide: LateClaims, useValue: new LateClaims(ports.blobs, 'lateentries', () => outages.declared()) },
      LateReadings,
    ],
  };
}
