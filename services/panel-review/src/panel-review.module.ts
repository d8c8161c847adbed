import { type DynamicModule, Module } from '@nestjs/common';
import {
  actsOf,
  CURSORS,
  LateClaims,
  LateReadings,
  ownReadsOf,
  Reading,
  ReadsLog,
  type CursorCodec,
  type ServicePorts,
} from '@parley/http';
import type { Facts } from '@parley/messaging';
import { outagesIn } from '@parley/contracts';
import type { ReadModel } from '@parley/projections';
import { AssignmentsController } from './review/review.controller';
import { CompositionController } from './composition/composition.controller';
import { NoncesController } from './composition/nonces.controller';
import { DeliberationController } from './deliberation/deliberation.controller';
import { DeliberationGate } from './deliberation/deliberation.http';
import { PanelTextsController } from './deliberation/panel-texts.controller';
import { CrisisTeamsController, DutyController } from './roster/duty.controller';
import { AcceptancesController, RosterCountsController, RostersController } from './roster/roster.controller';
import { TermsController } from './terms/terms.controller';
import { DelaysController } from './delays/delays.controller';
import { ExpertsController } from './experts/experts.controller';
import { ExtensionsController } from './extensions/extensions.controller';
import { PanelLateEntriesController } from './late-entries/late-entries.controller';
import { FindingsController } from './findings/findings.controller';
import { InterimController } from './review/interim.controller';
import { MarksController } from './marks/marks.controller';
import { PanelController, PanelReadsController } from './panel/panel.controller';
import { PanelGate } from './panel/panel.http';
import { PanelList } from './panel/panel-list.http';
import { ReviewRecordController } from './review/review-record.controller';
import { RosterGate } from './roster/roster.response';
import { ThirdPartiesController } from './information/information.controller';
import { PanelUrgencyController } from './tracks/tracks.controller';
import { PARTIES, RULE_SET, RULES_NOW, type RulesNow } from './panel/show-panel.response';
import { CrisisTeams, Deliberations, Panels, Rosters, type PanelReviewRepositories } from './panel/repositories';

const rulesNow =
  ({ clocksOf, clock }: Pick<ServicePorts, 'clocksOf' | 'clock'>): RulesNow =>
  () => {
    const now = clock.now();
    return { ruleSet: clocksOf.at(now).ruleSet, now };
  };

/** The routes of panel review over its ports. */
@Module({})
export class PanelReviewModule {
  static with(
    ports: ServicePorts,
    { panels, deliberations, rosters, crisisTeams }: PanelReviewRepositories,
    panelList: ReadModel,
    facts: Facts,
  ): DynamicModule {
    return {
      module: PanelReviewModule,
      controllers: [
        ownReadsOf('panel'),
        actsOf({ part: 'panel', path: 'v1/cases/:caseId/panel', gate: PanelGate }),
        RostersController,
        RosterCountsController,
        AcceptancesController,
        DutyController,
        CrisisTeamsController,
        PanelController,
        CompositionController,
        NoncesController,
        InterimController,
        DeliberationController,
        PanelTextsController,
        PanelUrgencyController,
        ReviewRecordController,
        ThirdPartiesController,
        AssignmentsController,
        ExpertsController,
        ExtensionsController,
        DelaysController,
        TermsController,
        PanelLateEntriesController,
        FindingsController,
        MarksController,
        PanelReadsController,
      ],
      providers: [
        { provide: Panels, useValue: panels },
        { provide: Deliberations, useValue: deliberations },
        { provide: Rosters, useValue: rosters },
        { provide: CrisisTeams, useValue: crisisTeams },
        { provide: PARTIES, useValue: ports.parties },
        { provide: LateClaims, useValue: new LateClaims(ports.blobs, 'lateentries', outagesIn(facts)) },
        { provide: RULE_SET, useValue: ports.ruleSetVersion },
        { provide: RULES_NOW, useValue: rulesNow(ports) },
        {
          provide: PanelList,
          useFactory: (cursors: CursorCodec) => new PanelList(ports.database, panelList, ports.store, cursors, panels),
          inject: [CURSORS],
        },
        { provide: ReadsLog, useValue: new ReadsLog(ports.database) },
        PanelGate,
        DeliberationGate,
        RosterGate,
        Reading,
        LateReadings,
      ],
    };
  }
}
