import { rememberingKnown } from '@parley/contracts';
import type { Known } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { publishes } from '../../../services/panel-review/src/panel/panel.tells';
import { refusals } from '../../../services/panel-review/src/panel/refusals.rules';
import {
  panelReviewRepositories,
  type PanelReviewRepositories,
} from '../../../services/panel-review/src/panel/repositories';
import { panelReviewProcess } from '../../../services/panel-review/src/panel-review-process';
import { takingOfPanel } from '../../../services/panel-review/src/panel/panel.hears';
import type { ToldOfCase } from '../../../services/panel-review/src/time/known-case.rules';
import type { Simulated, SimulatedPorts } from './simulated-service';

export interface SimulatedPanelReview extends Simulated, PanelReviewRepositories {
  /** What panel review has heard of a case by now. */
  knownOf(caseId: CaseId): Known<ToldOfCase>;
}

export function simulatedPanelReview(ports: SimulatedPorts): SimulatedPanelReview {
  const { facts } = ports;
  const known = rememberingKnown(takingOfPanel);
  const repositories = panelReviewRepositories(ports);
  const process = panelReviewProcess(repositories, ports);
  return {
    context: 'panelreview',
    publishes,
    facts,
    refusals,
    ...repositories,
    process,
    knownOf: (caseId: CaseId) => known(facts.now(caseId)),
  };
}
