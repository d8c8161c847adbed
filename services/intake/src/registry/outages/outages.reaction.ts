import { commandIdOf, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import type { OutageDeclared } from './outages.rules';
import type { Cases } from '../../repositories';
import type { NoticeRegisters } from '../notices/notice-registers';

/** The cases in which a limit ended in an outage, and whether a limit of another context did. */
export type CasesInOutage = (
  from: Instant,
  to: Instant,
) => Promise<readonly { readonly caseId: CaseId; readonly elsewhere: boolean }[]>;

export const callsForNoting = ({ type }: Pick<RecordedEvent, 'type'>): boolean => type === 'OutageDeclared';

/** Has every case that an outage concerns note it, and so its register of service. Each moves its own limits. */
export const noteOutagesProcess =
  (cases: Cases, registers: NoticeRegisters, casesInOutage: CasesInOutage) =>
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
  };
