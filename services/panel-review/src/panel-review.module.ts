import { type DynamicModule, Module } from '@nestjs/common';
import { CURSORS, Reading, ReadsLog, type CursorCodec, type ServicePorts } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { AssignmentsController } from './api/assignments.controller';
import { CompositionController } from './api/composition.controller';
import { DeliberationController } from './api/deliberation.controller';
import { CrisisTeamsController } from './api/crisis-teams.controller';
import { DelaysController } from './api/delays.controller';
import { DutyController } from './api/duty.controller';
import { ExpertsController } from './api/experts.controller';
import { ExtensionsController } from './api/extensions.controller';
import { PanelFallbackEntriesController } from './api/fallback-entries.controller';
import { FindingsController } from './api/findings.controller';
import { InterimController } from './api/interim.controller';
import { PanelController } from './api/panel.controller';
import { PanelGate } from './api/panel-gate';
import { PanelList } from './api/panel-list';
import { PanelReadsController } from './api/panel-reads.controller';
import { ReviewRecordController } from './api/review-record.controller';
import { RosterGate } from './api/roster-gate';
import { ThirdPartiesController } from './api/third-parties.controller';
import { PanelUrgencyController } from './api/urgency.controller';
import { RostersController } from './api/rosters.controller';
import { PARTIES, RULE_SET } from './api/tokens';
import { CrisisTeamDesk } from './application/crisis-team-desk';
import { PanelDesk } from './application/panel-desk';
import { RosterDesk } from './application/roster-desk';

interface Desks {
  readonly desk: PanelDesk;
  readonly rosters: RosterDesk;
  readonly crisisTeams: CrisisTeamDesk;
}

/** The routes of panel review over its ports. */
@Module({})
export class PanelReviewModule {
  static with(ports: ServicePorts, { desk, rosters, crisisTeams }: Desks, panelList: ReadModel): DynamicModule {
    return {
      module: PanelReviewModule,
      controllers: [
        RostersController,
        DutyController,
        CrisisTeamsController,
        PanelController,
        CompositionController,
        InterimController,
        DeliberationController,
        PanelUrgencyController,
        ReviewRecordController,
        ThirdPartiesController,
        AssignmentsController,
        ExpertsController,
        ExtensionsController,
        DelaysController,
        PanelFallbackEntriesController,
        FindingsController,
        PanelReadsController,
      ],
      providers: [
        { provide: PanelDesk, useValue: desk },
        { provide: RosterDesk, useValue: rosters },
        { provide: CrisisTeamDesk, useValue: crisisTeams },
        { provide: PARTIES, useValue: ports.parties },
        { provide: RULE_SET, useValue: ports.ruleSetVersion },
        {
          provide: PanelList,
          useFactory: (cursors: CursorCodec) => new PanelList(ports.database, panelList, ports.store, cursors),
          inject: [CURSORS],
        },
        { provide: ReadsLog, useValue: new ReadsLog(ports.database) },
        PanelGate,
        RosterGate,
        Reading,
      ],
    };
  }
}
