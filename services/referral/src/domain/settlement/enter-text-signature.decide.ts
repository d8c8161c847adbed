import { refuse, type Decision, type Refused } from '@parley/kernel';
import { enterLate, entryOf, fallbackRefusals, within, type ClocksOf, type RunningDeadline } from '@parley/procedure';
import { termsFault } from '../compliance/terms-fault';
import { reviewDate } from '../compliance/review-cycle';
import { defaultSetAside } from '../fallback/default-set-aside';
import type { EnterTextSignature } from './settlement-commands';
import type { SettlementEvent } from './settlement-events';
import { settlementRefusals } from './settlement-refusals';
import type { FiledSettlement, TabledText } from './settlement-state';
import { signText } from './settlement-text.decide';
import { WINDOW } from './settlement-window.decide';

/**
 * I-19: that a party signed in the window is proved only later. With the signature of both over the same digest the
 * case is settled as of the later one, and the lapse of the window is set aside; a dossier that has gone out since
 * stands. One signature alone is on record, and the window has lapsed until the other is proved too.
 */
export function enterTextSignature(
  command: EnterTextSignature,
  state: FiledSettlement,
  clocksOf: ClocksOf,
): Decision<SettlementEvent> {
  const { act, cameAt } = command;
  const entry = entryOf(command, 'settlement-signature');
  if ('kind' in entry) return entry;
  const tabled = state.texts.find(({ n }) => n === act.n);
  if (!tabled) return refuse(settlementRefusals.noSuchText);
  if (state.settled) return refuse(settlementRefusals.alreadySettled);
  if (cameAt < tabled.tabledAt) return refuse(fallbackRefusals.cameBeforeItsTime, '/cameAt');
  const { running, window, region } = state;
  const lapsed = region === 'lapsed' && window ? { [WINDOW]: window } : {};
  return enterLate<FiledSettlement, RunningDeadline, SettlementEvent>(
    entry,
    { ids: [WINDOW], running, lapsed },
    state,
    {
      undo: (clock) => openAgain(state, clock),
      decide(before) {
        const decision = within('/signature', signText(act, before, clocksOf));
        if (decision.kind === 'refused' || !decision.events.some(isSettled)) return decision;
        return tooLateToDo(command, tabled, state, clocksOf) ?? decision;
      },
      setAside: (said, decided) => (decided.some(isSettled) ? [defaultSetAside(said, cameAt)] : []),
    },
  );
}

const isSettled = ({ type }: SettlementEvent): boolean => type === 'SettlementSigned';

const openAgain = (state: FiledSettlement, clock: RunningDeadline): FiledSettlement => ({
  ...state,
  region: 'window',
  running: { ...state.running, [WINDOW]: clock },
  ...(state.leftOnTheTable === undefined ? {} : { onTheTable: state.leftOnTheTable }),
});

/** From the entry on, too, it must be possible to do in time what the text obliges to, and to be reviewed on it. */
function tooLateToDo(
  { receivedAt, cameAt }: EnterTextSignature,
  { text }: TabledText,
  { parties, known }: FiledSettlement,
  clocksOf: ClocksOf,
): Refused | undefined {
  if (!known.registration) return undefined;
  const clocks = clocksOf(known.registration.ruleSetVersion);
  const today = clocks.arrivalDay(receivedAt);
  const fault = termsFault(text.obligations, [parties.complainant, parties.respondent], today);
  if (fault) return refuse(fault.reason);
  return today >= reviewDate(clocks.arrivalDay(cameAt), 2, clocks) ? refuse(fallbackRefusals.overtaken) : undefined;
}
