import { knownFrom } from '@parley/contracts';
import type { RecordedEvent } from '@parley/event-store';
import { canonicalJson, type Decision, type DomainEvent } from '@parley/kernel';
import type { EvidenceCommand } from '../../../services/evidence/src/exhibits/exhibit-commands.rules';
import { commandFor, takingOfEvidence } from '../../../services/evidence/src/casefile/evidence.hears';
import type { CaseHistory } from '../../simulation/history/case-history';
import { deciders } from '../../simulation/history/historian';

/**
 * What the evidence recorded, decided anew on what had been recorded before and on just those facts that its envelope
 * names: the same again. What counts on calendars is left out, since one may have been announced since.
 */
export function evidenceDecidedAnew(history: CaseHistory): readonly string[] {
  const { evidence, told } = history;
  return evidence.flatMap(({ recorded, before }, index) => {
    if (isOfOneAct(evidence[index - 1]?.recorded, recorded)) return [];
    const end = evidence.findIndex(({ recorded: later }, at) => at > index && !isOfOneAct(recorded, later));
    const together = evidence.slice(index, end < 0 ? undefined : end);
    const command = commandOf(recorded, history);
    if (!command) return [];
    const view = knownFrom(
      takingOfEvidence,
      told.filter(({ id }) => recorded.facts.includes(id)),
    ).view;
    const again = deciders.evidence.decide({ command, told: view }, before);
    return said(again) === canonicalJson(together.map(({ event }) => essence(event)))
      ? []
      : [`${recorded.type} ${recorded.eventId} of ${command.type}, decided anew on its facts, is ${said(again)}`];
  });
}

/** Recorded by one command: what one cause brought about at one instant stands together. */
const isOfOneAct = (one: RecordedEvent | undefined, other: RecordedEvent): boolean =>
  one?.cause.id === other.cause.id && one.recordedAt === other.recordedAt;

function commandOf(
  { cause }: Pick<RecordedEvent, 'cause'>,
  { attempts, told }: CaseHistory,
): EvidenceCommand | undefined {
  if (cause.kind === 'timer') return { type: 'ExpireDeadline', deadlineId: cause.id };
  if (cause.kind === 'event') {
    const message = told.find(({ id }) => id === cause.id);
    return message && commandFor(message);
  }
  return attempts.flatMap(({ commandId, offer }) =>
    commandId === cause.id && offer.desk === 'evidence' ? [offer.command] : [],
  )[0];
}

/** Without how its clocks are counted. */
const essence = ({ data, ...event }: DomainEvent): unknown => {
  const { opens = [], ...rest } = data as { readonly opens?: readonly { readonly id: string }[] };
  return { ...event, data: { ...rest, opens: opens.map(({ id }) => id) } };
};

const said = (decision: Decision<DomainEvent>): string =>
  decision.kind === 'refused' ? decision.reason.code : canonicalJson(decision.events.map(essence));
