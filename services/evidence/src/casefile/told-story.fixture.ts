import { accept } from '@parley/kernel';
import { given, type Scenario } from '@parley/testing';
import { evidenceOf, type evidenceDecider, type EvidenceState, type OwnEvidence } from './casefile.rules';
import type { EvidenceCommand } from '../exhibits/exhibit-commands.rules';
import type { EvidenceEvent } from '../exhibits/exhibits.rules';
import { effectOf, learn, nothingTold, type ToldFact, type ToldOfCase } from '../time/known-case.rules';

type Decides = ReturnType<typeof evidenceDecider>;
/** What comes to the evidence: an act, or what another context tells. */
export type Said = EvidenceCommand | ToldFact;
export interface Story extends Scenario<Said, EvidenceState, EvidenceEvent> {
  readonly own: OwnEvidence;
  readonly told: ToldOfCase;
  when(...saids: readonly Said[]): Story;
}

/**
 * A case with what happened to the evidence and what the others told, in the order in which they are written down. When
 * a fact is told, what it changes here is done at once.
 */
export function givenEvidence(
  decider: Decides,
  told: ToldOfCase = nothingTold,
  history: readonly EvidenceEvent[] = [],
  recorded: readonly string[] = [],
): Story {
  const own = given(decider, history);
  const decision: Story['decision'] = (said) => {
    const command = 'told' in said ? effectOf(said) : said;
    const known = 'told' in said ? learn(told, said) : told;
    return command ? own.decision({ command, told: known }) : accept();
  };
  const story: Story = {
    own: own.state,
    told,
    state: evidenceOf(own.state, told),
    events: history,
    recorded,
    decision,
    when(...saids) {
      const [first, ...rest] = saids;
      if (first === undefined) return story;
      const decided = decision(first);
      if (decided.kind === 'refused') throw new Error(`refused: ${decided.reason.code} ${decided.path ?? ''}`);
      const known = 'told' in first ? learn(told, first) : told;
      const types = decided.events.map(({ type }) => type);
      return givenEvidence(decider, known, [...history, ...decided.events], types).when(...rest);
    },
    refusalOf(said) {
      const decided = decision(said);
      if (decided.kind === 'accepted')
        throw new Error(`accepted: ${decided.events.map(({ type }) => type).join(', ')}`);
      return decided.reason.code;
    },
  };
  return story;
}
