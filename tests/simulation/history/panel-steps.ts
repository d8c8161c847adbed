import { knownFrom } from '@parley/contracts';
import { byRecord, type PublicEvent } from '@parley/messaging';
import {
  panelOf,
  unopened,
  type OwnPanel,
  type PanelEvent,
  type PanelState,
} from '../../../services/panel-review/src/panel/panel-state.rules';
import { takingOfPanel, taughtBy } from '../../../services/panel-review/src/panel/panel.hears';
import type { ToldFact } from '../../../services/panel-review/src/time/known-case.rules';
import type { CaseHistory, Step } from './case-history';

type OwnStep = Step<OwnPanel, PanelEvent>;

/** Each step of a panel, with the panel as it stood by the facts on which the step was decided. */
export const panelSteps = (
  own: readonly OwnStep[],
  told: readonly PublicEvent[],
): readonly Step<PanelState, PanelEvent>[] =>
  own.map(({ before, after, ...step }) => {
    const named = new Set(step.recorded.facts);
    const { view } = knownFrom(
      takingOfPanel,
      told.filter(({ id }) => named.has(id)),
    );
    return { ...step, before: panelOf(before, view), after: panelOf(after, view) };
  });

/** A move of a panel, by something that it recorded or that others told. */
export interface PanelMove {
  readonly before: PanelState;
  readonly after: PanelState;
  readonly event: PanelEvent | ToldFact;
}

/**
 * All moves of a panel: by its own events, and by facts that it was told, each before the first event that was decided
 * on it. The panel is opened as of the registration, so other facts that were told by then come after the opening.
 */
export function panelMoves({ ownPanel, told }: Pick<CaseHistory, 'ownPanel' | 'told'>): readonly PanelMove[] {
  const facts = told.toSorted(byRecord).flatMap((message) => taughtBy(message).map((event) => ({ message, event })));
  const heard = new Set<PublicEvent>();
  const moves: PanelMove[] = [];
  let own: OwnPanel = unopened;
  const move = (event: PanelMove['event'], change: () => void): void => {
    const before = panelOf(own, knownFrom(takingOfPanel, [...heard]).view);
    change();
    moves.push({ before, after: panelOf(own, knownFrom(takingOfPanel, [...heard]).view), event });
  };
  const hear = (known: (fact: (typeof facts)[number]) => boolean): void => {
    for (const fact of facts)
      if (!heard.has(fact.message) && known(fact)) move(fact.event, () => heard.add(fact.message));
  };
  for (const { recorded, event, after } of ownPanel) {
    const opens = event.type === 'PanelOpened';
    hear((fact) => (opens ? fact.event.told === 'registered' : recorded.facts.includes(fact.message.id)));
    move(event, () => (own = after));
  }
  hear(() => true);
  return moves;
}
