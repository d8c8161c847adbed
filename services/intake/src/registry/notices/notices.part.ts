import type { Provider, Type } from '@nestjs/common';
import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { CaseServiceController, CoverController } from './case-service.controller';
import { InboxController, ReconciliationController, VerificationController } from './notices.controller';
import { InboxList, UpToDateInboxes } from './reconciliation.response';
import { NoticeRegisters } from './notice-registers';
import { SERVING } from './notices.reaction';
import { Inboxes } from './served-notice.table';
import { inboxesProjection } from './inboxes.table';

/** Notices and their service: what serves them, the inboxes in which they stand, and the routes for reading them. */
export class NoticesPart {
  readonly inboxes: ReadModel;
  readonly controllers: readonly Type[] = [
    InboxController,
    CoverController,
    CaseServiceController,
    ReconciliationController,
    VerificationController,
  ];

  constructor(
    private readonly ports: ServicePorts,
    readonly registers: NoticeRegisters,
    private readonly work: ServiceWork,
  ) {
    this.inboxes = work.table(inboxesProjection(registers.sources));
  }

  get providers(): readonly Provider[] {
    const { database, store } = this.ports;
    const inboxes = new Inboxes(database);
    return [
      { provide: NoticeRegisters, useValue: this.registers },
      { provide: Inboxes, useValue: inboxes },
      { provide: UpToDateInboxes, useValue: new UpToDateInboxes(this.inboxes) },
      {
        provide: InboxList,
        useFactory: (cursors: CursorCodec) => new InboxList(inboxes, this.inboxes, store, cursors),
        inject: [CURSORS],
      },
    ];
  }

  /** Resolves when what called for a notice is served, and stands in the inboxes. */
  async idle(): Promise<void> {
    await this.work.reactions[SERVING.own]?.idle();
    await this.inboxes.idle();
  }
}
