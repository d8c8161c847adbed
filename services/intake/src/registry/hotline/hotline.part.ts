import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { IntakePart } from '../../intake.module';
import { HotlineRequests } from '../../repositories';
import { HotlineController, HotlineReadsController } from './hotline.controller';
import { HotlineList } from './hotline.http';
import { hotlineListProjection } from './hotline.table';
import { OptionsPaperController } from './options-paper.controller';

/** The hotline: its requests, the times of its rungs, the crisis team that panel review draws, and the routes. */
export function hotlinePart(
  { database, store }: ServicePorts,
  hotlines: HotlineRequests,
  work: ServiceWork,
): IntakePart {
  const list = work.table(hotlineListProjection);
  return {
    controllers: [HotlineController, HotlineReadsController, OptionsPaperController],
    providers: [
      { provide: HotlineRequests, useValue: hotlines },
      {
        provide: HotlineList,
        useFactory: (cursors: CursorCodec) => new HotlineList(database, list, store, cursors),
        inject: [CURSORS],
      },
    ],
  };
}
