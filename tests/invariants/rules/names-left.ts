import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { decidedAs, turnsOnRosters } from '../../../services/panel-review/src/composition/filling-up.rules';
import type { PanelCommand } from '../../../services/panel-review/src/panel/panel-commands.rules';
import type { OwnPanel } from '../../../services/panel-review/src/panel/panel-state.rules';
import { withoutPersons, type StandingOfBoth } from '../../../services/panel-review/src/roster/standing.rules';
import type { CaseHistory } from '../../simulation/history/case-history';

/**
 * Who of the frozen rosters could be named or drawn when a command was decided: not who had taken the acceptance back,
 * nor who acts in the case as something else, as the facts that the decision names tell.
 * @returns null for a command that names and draws nobody
 */
export function namesLeft(
  { takenBack }: Pick<CaseHistory, 'takenBack'>,
  command: PanelCommand,
  panel: OwnPanel,
  named: readonly PublicEvent[],
): StandingOfBoth | null {
  if (panel.status === 'unopened' || !turnsOnRosters(command)) return null;
  const { rosters, duty, frozenAt } = panel;
  const at = decidedAs(command, panel);
  const isMeanwhile = (instant: Instant) => instant > frozenAt && instant <= at;
  const gone = takenBack.flatMap(({ by, at: left }) => (isMeanwhile(left) ? [by] : []));
  const busy = named.flatMap(({ actor, recordedat }) =>
    actor && actor.role !== 'panel' && recordedat <= at ? [actor.personId] : [],
  );
  return withoutPersons(
    {
      complainant: { members: rosters.complainant, duty: duty.complainant },
      respondent: { members: rosters.respondent, duty: duty.respondent },
    },
    [...gone, ...busy],
  );
}
