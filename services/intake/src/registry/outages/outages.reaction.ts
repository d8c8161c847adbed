import { commandIdOf, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import type { OutageDeclared } from './outages.rules';
import type { Cases, HotlineRequests } from '../../repositories';
import type { NoticeRegisters } from '../notices/notice-registers';

/** The cases in which a limit ended in an outage, and whether a limit of another context did. */
export type CasesInOutage = (
  from: Instant,
  to: Instant,
) => Promise<readonly { readonly caseId: CaseId; readonly elsewhere: boolean }[]>;

/** The requests on the hotline of which a time ended in an outage. */
export type RequestsInOutage = (from: Instant, to: Instant) => Promise<readonly string[]>;

export const callsForNoting = ({ type }: Pick<RecordedEvent, 'type'>): boolean => type === 'OutageDeclared';

/**
 * Has every case that an outage concerns note it, with its register of service, and every request on the hotline; each
 * moves what is its own.
 */
export const noteOutagesProcess =
  (
    { cases, registers, hotlines }: { cases: Cases; registers: NoticeRegisters; hotlines: HotlineRequests },
    casesInOutage: CasesInOutage,
    requestsInOutage: RequestsInOutage,
  ) =>
  async (event: RecordedEvent): Promise<void> => {
    if (!callsForNoting(event)) return;
    const { outageId, from, to, declaredBy } = (domainEventOf(event) as OutageDeclared).data;
    const bySystem = { process: 'outages', cause: { kind: 'event', id: event.eventId } } as const;
    const at = event.occurredAt;
    for (const { caseId, elsewhere } of await casesInOutage(from, to)) {
      const [commandId, ofService] = [
        commandIdOf('outage', outageId, caseId),
        commandIdOf('outage-of-service', outageId, caseId),
      ];
      await cases.proceed(
        caseId,
        { type: 'NoteOutage', outageId, from, to, declaredBy, elsewhere, at },
        { ...bySystem, commandId },
      );
      await registers.proceed(
        caseId,
        { type: 'NoteServiceOutage', from, to, at },
        { ...bySystem, commandId: ofService },
      );
    }
    for (const hotlineId of await requestsInOutage(from, to))
      await hotlines.proceed(
        hotlineId,
        { type: 'NoteHotlineOutage', outageId, from, to, at },
        { ...bySystem, commandId: commandIdOf('outage-of-hotline', outageId, hotlineId) },
      );
  };
