import type { Provider, Type } from '@nestjs/common';
import { CURSORS, type CursorCodec, type ServicePorts } from '@parley/http';
import { tracedProjection } from '@parley/telemetry';
import { ProcessRunner, type Firing } from '@parley/processes';
import { ProjectionRunner } from '@parley/projections';
import type { CaseId } from '@parley/kernel';
import { CaseServiceController } from './api/service/case-service.controller';
import { CoverController } from './api/service/cover.controller';
import { InboxController } from './api/service/inbox.controller';
import { InboxList } from './api/service/inbox-list';
import { ReconciliationController } from './api/service/reconciliation.controller';
import { UpToDateInboxes } from './api/service/up-to-date-inboxes';
import { VerificationController } from './api/service/verification.controller';
import type { CaseDesk } from './application/case-desk';
import { callsForDelivery, deliveryProcess } from './application/service/delivery.process';
import { ServiceDesk } from './application/service/service-desk';
import { servingProcess } from './application/service/serving.process';
import { CASE_CATEGORY, DESK_CATEGORY, LETTERS_CATEGORY, SERVICE_CATEGORY } from './application/streams';
import { Inboxes } from './projections/inboxes';
import { inboxesProjection } from './projections/inboxes.projection';

/** Cases of which notices are served side by side, so that a spree of acts is told of soon. */
const LANES = 8;

/**
 * Notices and their service: what serves them, what records that they arrived, and the routes at which they are read.
 */
export class NoticesPart {
  readonly services: ServiceDesk;
  readonly inboxes: ProjectionRunner;
  readonly serving: ProcessRunner;
  readonly delivery: ProcessRunner;
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
  ) {
    const { store, database: dataSource, clock, clocksOf, onFailure } = ports;
    this.services = new ServiceDesk(store, cases, clocksOf);
    this.inboxes = new ProjectionRunner({
      store,
      dataSource,
      projection: tracedProjection(inboxesProjection),
      onFailure,
    });
    this.serving = new ProcessRunner({
      store,
      dataSource,
      name: 'serving',
      categories: [CASE_CATEGORY, LETTERS_CATEGORY, DESK_CATEGORY],
      react: servingProcess(this.services),
      lanes: LANES,
      onFailure,
    });
    const deliver = deliveryProcess(this.services, this.inboxes, clock);
    this.delivery = new ProcessRunner({
      store,
      dataSource,
      name: 'delivery',
      categories: [SERVICE_CATEGORY],
      concerns: callsForDelivery,
      react: deliver,
      lanes: LANES,
      onFailure,
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

  start(): void {
    for (const worker of [this.inboxes, this.serving, this.delivery]) worker.start();
  }

  /** What is served is delivered after it stands in the inboxes, hence one after another. */
  async idle(): Promise<void> {
    for (const worker of [this.serving, this.inboxes, this.delivery, this.inboxes]) await worker.idle();
  }

  async stop(): Promise<void> {
    await Promise.all([this.serving.stop(), this.delivery.stop()]);
    await this.inboxes.stop();
  }

  /** Nobody took it, or it did not arrive: the default of a time of service. */
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
