import type { Provider, Type } from '@nestjs/common';
import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { DeskActsController, QueueController } from './desk.controller';
import { DeskQueue } from './desk.response';
import { RegistryWork } from './registry-work';
import type { NoticesPart } from '../notices/notices.part';
import { deskProjection, WorkQueue } from './desk.table';

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
    const { database, store, clocksOf, clock } = this.ports;
    const queue = new WorkQueue(database);
    return [
      { provide: RegistryWork, useValue: new RegistryWork(this.ports, this.notices.registers) },
      {
        provide: DeskQueue,
        useFactory: (cursors: CursorCodec) => new DeskQueue(queue, this.queue, store, cursors, clocksOf, clock),
        inject: [CURSORS],
      },
    ];
  }
}
