import { accept, type CaseParties, type Decider, type DomainEvent, type Instant, type PersonId } from '@parley/kernel';
import type { PublicFact } from '../docket/docket-deadlines.rules';
import type { Learning } from './case-at.rules';

/** What the audit knows of one case. */
export interface CaseFile {
  /** None until the filing, or the registration, was heard of. */
  readonly parties: CaseParties | null;
  readonly docketNumber: string | null;
  /** Public facts that came before the registration, in the order in which they came: they wait for the number. */
  readonly held: readonly PublicFact[];
  /** Named for the panel and still on it. */
  readonly nominated: ReadonlySet<PersonId>;
  readonly seated: ReadonlySet<PersonId>;
  /** Under an undecided challenge (I-09). */
  readonly challenged: ReadonlySet<PersonId>;
  /** True once the findings are issued: from then on the panel's deliberation is history for those who took part. */
  readonly released: boolean;
}

export const unknownCase: CaseFile = {
  parties: null,
  docketNumber: null,
  held: [],
  nominated: new Set(),
  seated: new Set(),
  challenged: new Set(),
  released: false,
};

export type CaseLearned = DomainEvent<'CaseLearned', { readonly learning: Learning }>;
/** Nothing of a case that is not registered may be on the docket, so the fact waits here. */
export type FactHeld = DomainEvent<'FactHeld', { readonly fact: PublicFact }>;
type CaseFileEvent = CaseLearned | FactHeld;

/** One message of another context, as the audit understands it. */
export interface HearMessage {
  readonly learnings: readonly Learning[];
  /** What the docket is to say of it; none for what is not public. */
  readonly fact: PublicFact | null;
  readonly at: Instant;
  /** True of a fact that concerns no case, and so waits for no docket number. */
  readonly outsideCases?: boolean;
}

/**
 * Keeps what others tell of a case. It refuses nothing: what they tell has happened. A public fact is held while the
 * case has no docket number; of a registered case it needs no place here, since the docket itself records it.
 */
export const caseFileDecider: Decider<HearMessage, CaseFile, CaseFileEvent> = {
  initial: unknownCase,
  decide({ learnings, fact, at }, file) {
    const learned: readonly CaseFileEvent[] = learnings.map((learning) => ({
      type: 'CaseLearned',
      occurredAt: at,
      rule: 'I-43',
      tier: 'PANEL',
      data: { learning },
    }));
    const after = learnings.reduce(learn, file);
    if (fact === null || after.docketNumber !== null) return accept(...learned);
    return accept(...learned, { type: 'FactHeld', occurredAt: at, rule: 'I-55', tier: 'PARTIES', data: { fact } });
  },
  evolve(file, event) {
    switch (event.type) {
      case 'CaseLearned':
        return learn(file, event.data.learning);
      case 'FactHeld':
        return { ...file, held: [...file.held, event.data.fact] };
      default:
        event satisfies never;
        return file;
    }
  },
};

function learn(file: CaseFile, learning: Learning): CaseFile {
  switch (learning.kind) {
    case 'filing':
      return { ...file, parties: learning.parties };
    case 'registration':
      return { ...file, parties: learning.parties, docketNumber: learning.docketNumber };
    case 'member-named':
      return { ...file, nominated: withPerson(file.nominated, learning.personId) };
    case 'member-left':
      return {
        ...file,
        nominated: withoutPerson(file.nominated, learning.personId),
        seated: withoutPerson(file.seated, learning.personId),
        challenged: withoutPerson(file.challenged, learning.personId),
      };
    case 'panel-seated':
      return { ...file, nominated: new Set(learning.members), seated: new Set(learning.members) };
    case 'member-challenged':
      return { ...file, challenged: withPerson(file.challenged, learning.personId) };
    case 'challenge-settled':
      return { ...file, challenged: withoutPerson(file.challenged, learning.personId) };
    case 'findings-released':
      return { ...file, released: true };
    default:
      learning satisfies never;
      return file;
  }
}

const withPerson = (people: ReadonlySet<PersonId>, person: PersonId): ReadonlySet<PersonId> =>
  new Set([...people, person]);
const withoutPerson = (people: ReadonlySet<PersonId>, person: PersonId): ReadonlySet<PersonId> =>
  new Set([...people].filter((one) => one !== person));
