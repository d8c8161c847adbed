import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { IntakePart } from '../../intake.module';
import type { NoticeRegisters } from '../notices/notice-registers';
import { DeskActsController, QueueController } from './desk.controller';
import { DeskQueue } from './desk.response';
import { deskProjection, WorkQueue } from './desk.table';
import { RegistryWork } from './registry-work';

/**
 * The registry's desk: its queue, made from the same deadlines as everybody's agenda; who does what; what is late and
 * why.
 */
export function deskPart(ports: ServicePorts, registers: NoticeRegisters, work: ServiceWork): IntakePart {
  const { database, store, clocksOf, clock } = ports;
  const queue = work.table(deskProjection);
  return {
    controllers: [QueueController, DeskActsController],
    providers: [
      { provide: RegistryWork, useValue: new RegistryWork(ports, registers) },
      {
        provide: DeskQueue,
        useFactory: (cursors: CursorCodec) =>
          new DeskQueue(new WorkQueue(database), queue, store, cursors, clocksOf, clock),
        inject: [CURSORS],
      },
    ],
  };
}
