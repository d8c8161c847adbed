import {
  CASES_BY_NUMBER,
  CURSORS,
  type CasesByNumber,
  type CursorCodec,
  type ServicePorts,
  type ServiceWork,
} from '@parley/http';
import type { IntakePart } from '../../intake.module';
import { CaseServiceController, CoverController } from './case-service.controller';
import { inboxesProjection } from './inboxes.table';
import { NoticeRegisters } from './notice-registers';
import { InboxController, ReconciliationController, VerificationController } from './notices.controller';
import { InboxList, UpToDateInboxes } from './reconciliation.response';
import { Inboxes } from './served-notice.table';
import { RetrievalsController } from './retrievals.controller';

/** Notices and their service: the inboxes, and the routes for reading them. */
export function noticesPart(
  { database, store }: ServicePorts,
  registers: NoticeRegisters,
  work: ServiceWork,
): IntakePart {
  const table = work.table(inboxesProjection(registers.sources));
  const inboxes = new Inboxes(database);
  return {
    controllers: [
      InboxController,
      CoverController,
      CaseServiceController,
      RetrievalsController,
      ReconciliationController,
      VerificationController,
    ],
    providers: [
      { provide: NoticeRegisters, useValue: registers },
      { provide: Inboxes, useValue: inboxes },
      { provide: UpToDateInboxes, useValue: new UpToDateInboxes(table) },
      {
        provide: InboxList,
        useFactory: (cursors: CursorCodec, caseOf: CasesByNumber) =>
          new InboxList(inboxes, table, store, cursors, caseOf),
        inject: [CURSORS, CASES_BY_NUMBER],
      },
    ],
  };
}
