import { clockSteps } from './clock-steps';
import { ofEachCase } from './rule';

/** Defaults that an act brings to light: they have the instant of their expiry, whoever acts. */
const BROUGHT_TO_LIGHT: readonly string[] = ['ObligationOverdue', 'StatusReportMissed', 'ReviewClosed'];

/** Clocks whose end only bars acts, and which an act after it ends all the same as part of something else. */
const ENDED_WITH_THE_REST: readonly string[] = ['ScreeningEnded', 'ScreeningEndNoted', 'PanelImpossible', 'FindingsDecided', 'MemberRecused'];

/** What a person did and what ended a clock had been received before the clock's end. */
export const actsInTimeBeatDefaults = ofEachCase('I-19', (each) =>
  clockSteps(each).flatMap(({ recorded, type, occurredAt, closes, running }) => {
    if (recorded.cause.kind !== 'command' || [...BROUGHT_TO_LIGHT, ...ENDED_WITH_THE_REST].includes(type)) return [];
    return closes.flatMap((id) => {
      const due = running[id];
      return due && occurredAt >= due.dueAt ? [`${type} was received at ${occurredAt}, and ${id} had ended at ${due.dueAt}`] : [];
    });
  }),
);
