import { intake } from '@parley/contracts';
import { canonicalJson } from '@parley/kernel';
import { recomputeDeadline, ruleSetOf, type Deadline } from '@parley/procedure';
import { isOfRegister } from '../../../services/intake/src/registry/notices/notices.hears';
import type { CaseHistory } from '../../simulation/history/case-history';
import { calendars } from '../../simulation/secretariat/secretariat';
import { simulatedRuleSets } from '../../simulation/secretariat/simulated-rules';
import { clockSteps, type HeldDeadline } from './clock-steps';
import { ofEachCase } from './rule';

const isCounted = (deadline: HeldDeadline): deadline is HeldDeadline & Deadline => 'ruleSet' in deadline;

/**
 * Each deadline on record names its trigger and how it was counted, and counting it anew gives the same. It is counted
 * by a version of the rules that its case has had, and not by another that is in force beside it.
 */
export const deadlinesExplainThemselves = ofEachCase('I-16', (each) => [
  ...clockSteps(each).flatMap(({ opens }) =>
    opens.filter(isCounted).flatMap((deadline) => {
      const { id, rule, trigger, calendarVersion, zone, arithmetic } = deadline;
      if (
        ![rule, trigger.event, trigger.date, calendarVersion, zone, arithmetic.en, arithmetic['zh-Hans']].every(
          (word) => word.length > 0,
        )
      )
        return [`${id} does not explain itself`];
      const { id: _, ...record } = deadline;
      const again = recomputeDeadline(record, ruleSetOf(deadline.ruleSet, simulatedRuleSets), calendars);
      return canonicalJson([again.dueAt, again.arithmetic]) === canonicalJson([deadline.dueAt, arithmetic])
        ? []
        : [`${id} is ${deadline.dueAt}, and counted anew ${again.dueAt}`];
    }),
  ),
  ...clockSteps({ ...each, register: [] }).flatMap(({ opens }) =>
    opens
      .filter(isCounted)
      .filter(({ ruleSet }) => !versionsOf(each).has(ruleSet))
      .filter(({ id }) => !openedUnregistered(each).has(id) && !servedBesideTheCase(each).has(id))
      .map(({ id, ruleSet }) => `${id} is counted under ${ruleSet}, rules that the case never had`),
  ),
]);

const versionsOf = ({ intake }: CaseHistory): ReadonlySet<string> =>
  new Set(
    intake.flatMap(({ event }) =>
      event.type === 'GrievanceFiled' || event.type === 'CaseRegistered'
        ? [event.data.ruleSetVersion]
        : event.type === 'RulesAdopted'
          ? [event.data.to]
          : [],
    ),
  );

/** Deadlines that were started before the evidence heard of the registration; they are under the rules of their day. */
function openedUnregistered({ evidence, told }: CaseHistory): ReadonlySet<string> {
  const registered = told.find(({ type }) => type === intake.CaseRegisteredSchema.typeName);
  const before = evidence.filter(({ recorded: { facts } }) => !registered || !facts.includes(registered.id));
  return new Set(before.flatMap(({ event: { data } }) => ('opens' in data ? data.opens.map(({ id }) => id) : [])));
}

/**
 * Deadlines of the service of notices about an agreement of the register. The agreement goes by the rules of its day,
 * and so do they.
 */
function servedBesideTheCase({ service, told }: CaseHistory): ReadonlySet<string> {
  const ofRegister = new Set(told.filter(isOfRegister).map(({ id }) => id));
  return new Set(
    service.flatMap(({ event }) =>
      event.type === 'NoticesServed' && event.data.notices.every(({ of }) => ofRegister.has(of.eventId))
        ? event.data.opens.map(({ id }) => id)
        : [],
    ),
  );
}
