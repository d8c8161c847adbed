import type { Provider, Type } from '@nestjs/common';
import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { Firing } from '@parley/processes';
import type { ReadModel } from '@parley/projections';
import { HotlineController, HotlineReadsController } from './hotline.controller';
import { HotlineList } from './hotline.http';
import { OptionsPaperController } from './options-paper.controller';
import { hotlineServingProcess } from '../notices/notices.reaction';
import { HotlineRequests } from '../../repositories';
import type { NoticeRegisters } from '../notices/notice-registers';
import { HOTLINE_CATEGORY } from '../../streams';
import { hotlineListProjection } from './hotline.table';

/** The hotline: its requests, the times of its rungs, the crisis team that panel review draws, and the routes. */
export class HotlinePart {
  readonly list: ReadModel;
  readonly controllers: readonly Type[] = [HotlineController, HotlineReadsController, OptionsPaperController];

  constructor(
    private readonly ports: ServicePorts,
    private readonly hotlines: HotlineRequests,
    registers: NoticeRegisters,
    work: ServiceWork,
  ) {
    this.list = work.table(hotlineListProjection);
    work.react({
      name: 'hotline-serving',
      categories: [HOTLINE_CATEGORY],
      react: hotlineServingProcess(registers, ports.store),
    });
  }

  get providers(): readonly Provider[] {
    const { database, store } = this.ports;
    return [
      { provide: HotlineRequests, useValue: this.hotlines },
      {
        provide: HotlineList,
        useFactory: (cursors: CursorCodec) => new HotlineList(database, this.list, store, cursors),
        inject: [CURSORS],
      },
    ];
  }

  /** Nobody answered at a rung: the default of its time. */
  async expire({ timer, commandId }: Firing): Promise<void> {
    const { subject, deadlineId } = timer;
    await this.hotlines.proceed(
      subject,
      { type: 'ExpireRung', deadlineId },
      { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
    );
  }
}
