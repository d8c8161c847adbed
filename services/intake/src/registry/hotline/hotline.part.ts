import type { Provider, Type } from '@nestjs/common';
import type { Facts } from '@parley/messaging';
import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { Firing } from '@parley/processes';
import type { ReadModel } from '@parley/projections';
import { HotlineController, HotlineReadsController } from './hotline.controller';
import { HotlineList } from './hotline.http';
import { OptionsPaperController } from './options-paper.controller';
import { hotlineServingProcess } from '../notices/notices.reaction';
import { HotlineDesk } from './hotline-desk';
import type { ServiceDesk } from '../notices/service-desk';
import { HOTLINE_CATEGORY } from '../../case/case-desk';
import { hotlineListProjection } from './hotline.table';

/** The hotline: its requests, the times of its rungs, the crisis team that panel review draws, and the routes. */
export class HotlinePart {
  readonly desk: HotlineDesk;
  readonly list: ReadModel;
  readonly controllers: readonly Type[] = [HotlineController, HotlineReadsController, OptionsPaperController];

  constructor(
    private readonly ports: ServicePorts,
    facts: Facts,
    services: ServiceDesk,
    work: ServiceWork,
  ) {
    const { store, clocksOf, ruleSetVersion } = ports;
    this.desk = new HotlineDesk(store, facts, clocksOf, ruleSetVersion);
    this.list = work.table(hotlineListProjection);
    work.react({
      name: 'hotline-serving',
      categories: [HOTLINE_CATEGORY],
      react: hotlineServingProcess(services, store),
    });
  }

  get providers(): readonly Provider[] {
    const { database, store } = this.ports;
    return [
      { provide: HotlineDesk, useValue: this.desk },
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
    await this.desk.proceed(
      subject,
      { type: 'ExpireRung', deadlineId },
      'deadlines',
      { kind: 'timer', id: deadlineId },
      commandId,
    );
  }
}
