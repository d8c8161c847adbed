import { accept, refuse, type RefusalReason } from '@parley/kernel';
import type { AvailabilityStated, RosterBook } from './register.rules';
import type { StateAvailability } from './roster.rules';

/** Refusals about a side's rosters and its members' statements (S6). */
export const rosterRefusals = {
  notOwnRoster: {
    code: 'not-own-roster',
    rule: 'S6',
    status: 403,
    en: 'A roster is kept up by its own side.',
    'zh-Hans': '名册由本方维护。',
  },
  notOnRoster: {
    code: 'not-on-roster',
    rule: 'S6',
    status: 404,
    en: 'This person is not on the roster.',
    'zh-Hans': '此人不在名册上。',
  },
  notListed: {
    code: 'not-listed',
    rule: 'S6',
    status: 403,
    en: 'Only who is listed accepts a place on the roster or states availability. The desk of the side lists members.',
    'zh-Hans': '只有列入名册者才能接受列名或说明可任职情况；成员由本方主管部门列入。',
  },
  notAccepted: {
    code: 'no-acceptance-to-take-back',
    rule: 'I-66',
    en: 'There is no acceptance of this person that could be taken back.',
    'zh-Hans': '此人没有可以撤回的接受。',
  },
  onOtherRoster: {
    code: 'on-other-roster',
    rule: 'I-66',
    en:
      'This person has accepted a place on the other side’s roster, and nobody stands on both. List somebody else, ' +
      'or wait until the person takes that acceptance back.',
    'zh-Hans': '此人已接受列入对方名册，任何人不得同时列于双方名册。请列入他人，或待此人撤回该项接受。',
  },
  ownName: {
    code: 'desk-lists-itself',
    rule: 'I-05',
    status: 422,
    en: 'An officer of the desk cannot be put on the roster by that same officer.',
    'zh-Hans': '主管部门官员不得将本人列入名册。',
  },
  rosterFull: {
    code: 'roster-full',
    rule: 'S6',
    en: 'A roster has at most 100 members.',
    'zh-Hans': '名册至多一百人。',
  },
  notOnRosterOfDuty: {
    code: 'duty-not-on-roster',
    rule: 'S6',
    status: 422,
    en: 'Only who is on the roster can be put on duty. List the person first.',
    'zh-Hans': '只有名册上的人员才能列入值班名册；请先将其列入名册。',
  },
  dutyMonthPast: {
    code: 'duty-month-past',
    rule: 'S6',
    status: 422,
    en: 'The month has passed; a duty roster is filed for the month that runs or a later one.',
    'zh-Hans': '该月份已过；值班名册只能就本月或以后月份提交。',
  },
  dutyMonthTooFar: {
    code: 'duty-month-too-far',
    rule: 'S6',
    status: 422,
    en: 'A duty roster is filed at most twelve months ahead.',
    'zh-Hans': '值班名册至多提前十二个月提交。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * A member states an availability, and on how many matters the member sits. The statement informs those who nominate.
 * It keeps nobody out of a draw: otherwise a side could empty its roster with statements and so block every panel.
 */
export function stateAvailability(
  { by, roster, receivedAt, availability, until, caseload }: StateAvailability,
  book: RosterBook,
) {
  if (!book.members.some(({ personId }) => personId === by)) return refuse(rosterRefusals.notListed);
  const said = book.statements[by];
  if (said?.availability === availability && said.until === until && said.caseload === caseload) return accept();
  return accept<AvailabilityStated>({
    type: 'AvailabilityStated',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { roster, personId: by, availability, until, caseload },
  });
}
