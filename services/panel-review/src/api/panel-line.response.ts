import { Shown } from '@parley/http';
import { PANEL_STAGES, PanelPartiesShown } from './panel.response';

export class PanelLineShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid' })
  readonly caseId: string;

  @Shown({ meaning: 'The parties by role.', type: () => PanelPartiesShown })
  readonly parties: PanelPartiesShown;

  @Shown({ meaning: 'When the panel was opened (UTC).', format: 'date-time' })
  readonly openedAt: string;

  @Shown({ meaning: 'Where the panel stands.', values: PANEL_STAGES })
  readonly stage: string;

  @Shown({ meaning: 'Next deadline of the panel (UTC); `null` when none runs.', format: 'date-time', nullable: true })
  readonly nextDeadline: string | null;
}
