import type { Provider, Type } from '@nestjs/common';
import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { Firing, RunningReaction } from '@parley/processes';
import type { ReadModel } from '@parley/projections';
import type { CaseId } from '@parley/kernel';
import { CaseServiceController } from './api/service/case-service.controller';
import { CoverController } from './api/service/cover.controller';
import { InboxController } from './api/service/inbox.controller';
import { InboxList } from './api/service/inbox-list';
import { ReconciliationController } from './api/service/reconciliation.controller';
import { UpToDateInboxes } from './api/service/up-to-date-inboxes';
import { VerificationController } from './api/service/verification.controller';
import type { CaseDesk } from './application/case-desk';
import { ServiceDesk } from './application/service/service-desk';
import { servingProcess } from './application/service/serving.process';
import { CASE_CATEGORY, DESK_CATEGORY, LETTERS_CATEGORY } from './application/streams';
import { Inboxes } from './projections/inboxes';
import { inboxesProjection } from './projections/inboxes.projection';

/** Notices and their service: what serves them, the inboxes in which they stand, and the routes for reading them. */
export class NoticesPart {
  readonly services: ServiceDesk;
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
    cases: CaseDesk,
    work: ServiceWork,
  ) {
    const { store, clock, clocksOf } = ports;
    this.services = new ServiceDesk(store, cases, clocksOf, clock);
    this.inboxes = work.table(inboxesProjection);
    this.serving = work.react({
      name: 'serving',
      categories: [CASE_CATEGORY, LETTERS_CATEGORY, DESK_CATEGORY],
      react: servingProcess(this.services),
    });
  }

  get providers(): readonly Provider[] {
    const { database, store } = this.ports;
    const inboxes = new Inboxes(database);
    return [
      { provide: ServiceDesk, useValue: this.services },
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
    const cause = { kind: 'timer', id: deadlineId } as const;
    await this.services.proceed(
      subject as CaseId,
      { type: 'ExpireServiceDeadline', deadlineId },
      { process: 'deadlines', cause, commandId },
    );
  }
}
