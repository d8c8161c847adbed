import { delegationsMigration } from '@parley/auth';
import { readsMigration, type ServiceDefinition } from '@parley/http';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { HeardPersons1738542500300 } from './experts/experts.table';
import { publishes } from './panel/panel.tells';
import { panelListProjection, PanelReviewReadModels1738540800300, PanelRow } from './panel/panel.table';
import { panelReviewRepositories } from './panel/repositories';
import { panelReviewProcess } from './panel-review-process';
import { PanelReviewModule } from './panel-review.module';

const CONTEXT = 'panelreview';

/** Rosters, panel, disclosures, challenges, review, interim text, votes and findings. */
export const panelReviewService: ServiceDefinition = {
  context: CONTEXT,
  entities: [PanelRow],
  migrations: [
    ...bookkeepingMigrations(CONTEXT),
    readsMigration(CONTEXT),
    PanelReviewReadModels1738540800300,
    rebuildMigration(CONTEXT, ['panels', 'timers']),
    delegationsMigration(CONTEXT),
    HeardPersons1738542500300,
  ],
  publishes,
  knowsDelegations: true,
  parts: (ports, work) => {
    const repositories = panelReviewRepositories(work.deciding);
    return {
      process: panelReviewProcess(repositories, work.deciding),
      module: PanelReviewModule.with(ports, repositories, work.table(panelListProjection), work.deciding.facts),
    };
  },
};
