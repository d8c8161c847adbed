import type { CaseParties, PersonId } from '@parley/kernel';
import type { Learning } from './case-at.rules';

/** What other contexts have told of one case, as far as it decides who may read what. */
export interface CaseFile {
  /** `null` until the filing or the registration was told. */
  readonly parties: CaseParties | null;
  readonly docketNumber: string | null;
  /** Persons named for the panel who are still on it. */
  readonly nominated: ReadonlySet<PersonId>;
  readonly seated: ReadonlySet<PersonId>;
  /** Members under an undecided challenge (I-09). */
  readonly challenged: ReadonlySet<PersonId>;
  /**
   * True once the findings are issued. From then on the panel's deliberation is part of the history for its members.
   */
  readonly released: boolean;
}

export const unknownCase: CaseFile = {
  parties: null,
  docketNumber: null,
  nominated: new Set(),
  seated: new Set(),
  challenged: new Set(),
  released: false,
};

/** What is known of a case after one more learning. */
export function learn(file: CaseFile, learning: Learning): CaseFile {
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

/**
 * The parts of what is known that a fact replaces, as far as the docket rests on them. Only the registration counts:
 * everything else decides who reads, and of that nothing is recorded.
 */
export const saysOfFile = ({ kind }: Learning): readonly string[] => (kind === 'registration' ? ['docket-number'] : []);

const withPerson = (people: ReadonlySet<PersonId>, person: PersonId): ReadonlySet<PersonId> =>
  new Set([...people, person]);
const withoutPerson = (people: ReadonlySet<PersonId>, person: PersonId): ReadonlySet<PersonId> =>
  new Set([...people].filter((one) => one !== person));
