import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { IntakePart } from '../../intake.module';
import { HotlineRequests, WatchLists, type IntakeRepositories } from '../../repositories';
import { WatchChannels } from '../watch-lists/watch-channels.table';
import { WatchListController, WatchListFactsController } from '../watch-lists/watch-list.controller';
import { CrisisDrawController } from './crisis-draw.controller';
import { HotlineController, HotlineReadsController } from './hotline.controller';
import { HotlineList } from './hotline.http';
import { hotlineListProjection } from './hotline.table';
import { OptionsPaperController } from './options-paper.controller';

/**
 * The hotline: the watch lists, its requests, the times of its rungs, the crisis team that panel review draws, and the
 * routes.
 */
export function hotlinePart(
  { database, store }: ServicePorts,
  { hotlines, watchLists }: IntakeRepositories,
  channels: WatchChannels,
  work: ServiceWork,
): IntakePart {
  const list = work.table(hotlineListProjection);
  return {
    // The fixed path comes before the one with an id.
    controllers: [
      WatchListFactsController,
      HotlineController,
      HotlineReadsController,
      CrisisDrawController,
      OptionsPaperController,
      WatchListController,
    ],
    providers: [
      { provide: HotlineRequests, useValue: hotlines },
      { provide: WatchLists, useValue: watchLists },
      { provide: WatchChannels, useValue: channels },
      {
        provide: HotlineList,
        useFactory: (cursors: CursorCodec) => new HotlineList(database, list, store, cursors),
        inject: [CURSORS],
      },
    ],
  };
}
