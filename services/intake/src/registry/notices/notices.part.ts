import type { Provider, Type } from '@nestjs/common';
import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { Firing, RunningReaction } from '@parley/processes';
import type { ReadModel } from '@parley/projections';
import type { CaseId } from '@parley/kernel';
import { CaseServiceController, CoverController } from './case-service.controller';
import { InboxController, ReconciliationController, VerificationController } from './notices.controller';
import { InboxList, UpToDateInboxes } from './reconciliation.response';
import { CASE_CATEGORY, DESK_CATEGORY, LETTERS_CATEGORY } from '../../streams';
import { NoticeRegisters } from './notice-registers';
import { servingProcess } from './notices.reaction';
import { Inboxes } from './served-notice.table';
import { inboxesProjection } from './inboxes.table';

/** Notices and their service: what serves them, the inboxes in which they stand, and the routes for reading them. */
export class NoticesPart {
  readonly inboxes: ReadModel;
  readonly serving: RunningReaction;
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
    work: ServiceWork,
  ) {
    this.inboxes = work.table(inboxesProjection(registers.sources));
    this.serving = work.react({
      name: 'serving',
      categories: [CASE_CATEGORY, LETTERS_CATEGORY, DESK_CATEGORY],
      react: servingProcess(registers, ports.store),
    });
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

  async idle(): Promise<void> {
    for (const each of [this.serving, this.inboxes]) await each.idle();
  }

  /** Somebody has not taken what was served: the default of the time to retrieve it. */
  async expire({ timer, commandId }: Firing): Promise<void> {
    const { subject, deadlineId } = timer;
    await this.registers.proceed(
      subject as CaseId,
      { type: 'ExpireServiceDeadline', deadlineId },
      { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
    );
  }
}
