import type { Provider, Type } from '@nestjs/common';
import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { DeskActsController } from './api/desk/desk-acts.controller';
import { DeskQueue } from './api/desk/desk-queue';
import { QueueController } from './api/desk/queue.controller';
import { RegistryDesk } from './application/desk/registry-desk';
import type { NoticesPart } from './notices.part';
import { deskProjection } from './projections/desk.projection';
import { WorkQueue } from './projections/work-queue';

/**
 * The registry's desk: its queue, from the same deadlines as everybody's agenda, who does what, and what is late and
 * why.
 */
export class DeskPart {
  readonly queue: ReadModel;
  readonly controllers: readonly Type[] = [QueueController, DeskActsController];

  constructor(
    private readonly ports: ServicePorts,
    private readonly notices: NoticesPart,
    work: ServiceWork,
  ) {
    this.queue = work.table(deskProjection);
  }

  get providers(): readonly Provider[] {
    const { database, store, clocksOf, clock, ruleSetVersion } = this.ports;
    const queue = new WorkQueue(database);
    return [
      { provide: RegistryDesk, useValue: new RegistryDesk(store, this.notices.services, clocksOf, ruleSetVersion) },
      {
        provide: DeskQueue,
        useFactory: (cursors: CursorCodec) => new DeskQueue(queue, this.queue, store, cursors, clocksOf, clock),
        inject: [CURSORS],
      },
    ];
  }
}
