import { accept, refuse, refuseAll, type Fault } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { KnownCase } from '../casefile/casefile.rules';
import { commonRefusals } from '../casefile/common-refusals.rules';
import type { Act, FileExhibit } from './exhibit-commands.rules';
import { notOpenForEvidence } from './correction-fault.rules';
import { fileExhibit, isParty } from './file-exhibit.rules';
import type { ExhibitAccepted, PublicVersionFiled, ServedBeside } from './exhibits.rules';

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
  return (
    refuseAll(faults) ?? accept<Filed>(...inOneNotice(inOneNotice(events, 'ExhibitAccepted'), 'PublicVersionFiled'))
  );
}

/** Whoever reads what stands further left reads the rest, too. */
const NARROWEST_FIRST: readonly string[] = ['PARTIES', 'PANEL', 'PUBLIC'];

/**
 * One notice serves all that the act files of a kind, so that one retrieval serves them at one instant. It goes with
 * the event that the fewest read, since that names the others (I-43).
 */
function inOneNotice(events: readonly Filed[], type: Filed['type']): readonly Filed[] {
  const filed = events
    .filter((event) => event.type === type)
    .toSorted((one, other) => NARROWEST_FIRST.indexOf(one.tier) - NARROWEST_FIRST.indexOf(other.tier));
  const [first, ...others] = filed;
  if (!first || others.length === 0) return events;
  const together = others.map(beside);
  return events.map((event): Filed => {
    if (event.type !== type) return event;
    const served = event === first ? { together } : { servedWith: 'another' as const };
    return event.type === 'ExhibitAccepted'
      ? { ...event, data: { ...event.data, ...served } }
      : { ...event, data: { ...event.data, ...served } };
  });
}

const beside = ({ data }: Filed): ServedBeside => ({
  ...{ number: data.number, digest: data.file.digest },
  ...('opens' in data && data.opens.length > 0 ? { opens: data.opens } : {}),
});
