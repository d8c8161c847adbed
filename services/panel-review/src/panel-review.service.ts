import { delegationsMigration, partyKeysMigration, personsKeysMigration } from '@parley/auth';
import { chainedReadsMigration, readsMigration, securityMigration, type ServiceDefinition } from '@parley/http';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { HeardPersons1738542500300 } from './experts/experts.table';
import { publishes } from './panel/panel.tells';
import { panelListProjection, PanelReviewReadModels1738540800300, PanelRow } from './panel/panel.table';
import { DELIBERATION_CATEGORY, PANEL_CATEGORY } from './panel/streams';
import { panelReviewRepositories } from './panel/repositories';
import { panelReviewProcess } from './panel-review-process';
import { PanelReviewModule } from './panel-review.module';

const CONTEXT = 'panelreview';

/** Rosters, panel, disclosures, challenges, review, interim text, votes and findings. */
export const panelReviewService: ServiceDefinition = {
  context: CONTEXT,
  logsReads: true,
  entities: [PanelRow],
  migrations: [
    ...bookkeepingMigrations(CONTEXT),
    readsMigration(CONTEXT),
    securityMigration(CONTEXT),
    chainedReadsMigration(CONTEXT),
    PanelReviewReadModels1738540800300,
    rebuildMigration(CONTEXT, ['panels', 'timers', 'capacities']),
    delegationsMigration(CONTEXT),
    HeardPersons1738542500300,
    partyKeysMigration(CONTEXT),
    personsKeysMigration(CONTEXT),
  ],
  publishes,
  knowsDelegations: true,
  ofCases: [PANEL_CATEGORY, DELIBERATION_CATEGORY],
  parts: (ports, work) => {
    const repositories = panelReviewRepositories(work.deciding);
    return {
      process: panelReviewProcess(repositories, work.deciding),
      module: PanelReviewModule.with(ports, repositories, work.table(panelListProjection), work.deciding.facts),
    };
  },
};
