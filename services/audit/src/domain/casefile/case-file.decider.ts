import { accept, type Decider, type PersonId } from '@parley/kernel';
import { unknownCase, type CaseFile, type CaseFileEvent, type HearMessage } from './case-file';
import type { Learning } from './learning';

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
