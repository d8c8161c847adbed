import type { CaseAccess } from '@parley/access';
import { nominatedMembers, seatedMembers } from '../domain/composition/membership';
import { heardPersons } from '../domain/experts/heard-person';
import type { OpenedPanel } from '../domain/panel-state';

/** What access to a panel depends on. Who reads the deliberation is seated and has no undecided challenge (I-09). */
export const accessOf = (state: OpenedPanel): CaseAccess => ({
  stage: 'filed',
  parties: state.parties,
  filer: state.parties.complainant,
  nominated: nominatedMembers(state),
  seated: nominatedMembers(state).filter((person) => seatedMembers(state).some(({ member }) => member === person)),
  heard: heardPersons(state),
});
