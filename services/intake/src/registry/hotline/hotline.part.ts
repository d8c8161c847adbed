import type { Provider, Type } from '@nestjs/common';
import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { HotlineController, HotlineReadsController } from './hotline.controller';
import { HotlineList } from './hotline.http';
import { OptionsPaperController } from './options-paper.controller';
import { HotlineRequests } from '../../repositories';
import { hotlineListProjection } from './hotline.table';

/** The hotline: its requests, the times of its rungs, the crisis team that panel review draws, and the routes. */
export class HotlinePart {
  readonly list: ReadModel;
  readonly controllers: readonly Type[] = [HotlineController, HotlineReadsController, OptionsPaperController];

  constructor(
    private readonly ports: ServicePorts,
    private readonly hotlines: HotlineRequests,
    work: ServiceWork,
  ) {
    this.list = work.table(hotlineListProjection);
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
}
