import { accept, refuse, refuseAll, type Fault } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { KnownCase } from '../casefile/casefile.rules';
import { commonRefusals } from '../casefile/common-refusals.rules';
import type { Act, FileExhibit } from './exhibit-commands.rules';
import { notOpenForEvidence } from './correction-fault.rules';
import { fileExhibit, isParty } from './file-exhibit.rules';
import type { ExhibitAccepted, PublicVersionFiled } from './exhibits.rules';

/** Several exhibits of one party, filed together. */
export type FileExhibits = Act & {
  readonly type: 'FileExhibits';
  /** In the order in which they are numbered. */
  readonly exhibits: readonly FileExhibit[];
};

type Filed = ExhibitAccepted | PublicVersionFiled;
type Barred = Extract<ReturnType<typeof fileExhibit>, { readonly kind: 'refused' }>['reason'];

/**
 * A party files several exhibits: all are accepted or none is. Each is judged as by itself, behind those before it, so
 * one may correct or answer another of them. What bars any of them is named.
 * @param evolve the evidence after one more event
 */
export function fileExhibits(
  command: FileExhibits,
  state: KnownCase,
  clocksOf: ClocksOf,
  evolve: (state: KnownCase, event: Filed) => KnownCase,
) {
  const { party, receivedAt } = command;
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  const ended = notOpenForEvidence(state, receivedAt);
  if (ended) return ended;
  let then = state;
  const events: Filed[] = [];
  const faults: Fault<Barred>[] = [];
  for (const [at, exhibit] of command.exhibits.entries()) {
    const decision = fileExhibit(exhibit, then, clocksOf);
    if (decision.kind === 'accepted') {
      events.push(...decision.events);
      then = decision.events.reduce<KnownCase>(evolve, then);
    } else {
      const { reason, path = '' } = decision;
      faults.push({ reason, path: `/exhibits/${String(at)}${path}` });
    }
  }
  return refuseAll(faults) ?? accept<Filed>(...events);
}
