import type { PublicEvent } from '@parley/messaging';
import { fullRoster } from '@parley/procedure';
import { decidedAs, turnsOnRosters } from '../../../services/panel-review/src/composition/filling-up.rules';
import type { PanelCommand } from '../../../services/panel-review/src/panel/panel-commands.rules';
import type { OwnPanel } from '../../../services/panel-review/src/panel/panel-state.rules';
import {
  standingIn,
  withoutPersons,
  type StandingOfBoth,
} from '../../../services/panel-review/src/roster/standing.rules';
import type { CaseHistory } from '../../simulation/history/case-history';
import { seat } from '../../simulation/secretariat/secretariat';
import { simulatedRuleSets } from '../../simulation/secretariat/simulated-rules';

/**
 * Who of the frozen rosters could be named or drawn when a command was decided: who stood for the case by the register,
 * without who acts in it as something else, as the facts that the decision names tell.
 * @returns null for a command that names and draws nobody
 */
export function namesLeft(
  { rosters }: Pick<CaseHistory, 'rosters'>,
  command: PanelCommand,
  panel: OwnPanel,
  { ruleSetVersion, named }: { readonly ruleSetVersion: string | null; readonly named: readonly PublicEvent[] },
): StandingOfBoth | null {
  const rules = simulatedRuleSets.find(({ version }) => version === ruleSetVersion);
  if (panel.status === 'unopened' || !rules || !turnsOnRosters(command)) return null;
  const at = decidedAs(command, panel);
  const busy = named.flatMap(({ actor, recordedat }) =>
    actor && actor.role !== 'panel' && recordedat <= at ? [actor.personId] : [],
  );
  return withoutPersons(standingIn(rosters, { ...panel, full: fullRoster(rules) }, at, seat), busy);
}
