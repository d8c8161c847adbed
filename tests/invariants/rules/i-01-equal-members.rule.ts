import { ofEachCase } from './rule';

/** Whenever a panel is convened, or is whole again, both sides have as many members, and at least one. */
export const equalMembers = ofEachCase('I-01', ({ panel }) =>
  panel.flatMap(({ event, after }) => {
    if (event.type !== 'PanelConvened' && event.type !== 'ParityRestored') return [];
    const of = (side: string) => event.data.members.filter((member) => member.side === side).length;
    const distinct = new Set(event.data.members.map(({ member }) => member)).size === event.data.members.length;
    const [one, other] = [of('complainant'), of('respondent')];
    const settled =
      after.status === 'opened' ? after.seats.filter(({ occupancy }) => occupancy.stage === 'settled').length : 0;
    const seated = settled === event.data.members.length;
    return one >= 1 && one === other && distinct && seated
      ? []
      : [`${event.type} with ${String(one)} and ${String(other)} members, ${String(settled)} of them seated`];
  }),
);
