import { given } from '@parley/testing';
import type { RegisteredCase } from '../case-commands.rules';
import {
  at,
  complainant,
  decider,
  expire,
  filing,
  register,
  registered,
  registry,
  respondent,
} from '../case-story.fixture';
import { amend, claim, first, joinedWith, own, withClaims } from '../amendments/amendments-story.fixture';
import { propose, sign } from '../consent/consent-story.fixture';
import type { Matter } from '../consent/proposal.rules';
import { refusedByPanel, urgency } from '../urgency/urgency-story.fixture';

const CHECKED = registered.slice(0, -1);
const numbered = (casesAtOnce: number, before = CHECKED) =>
  given(decider).when(...before, { ...register, casesAtOnce } as typeof register);
const runningOf = (story: ReturnType<typeof numbered>) => (story.state as RegisteredCase).running;

describe('the case that a party registers', () => {
  it('has the plain time for a reply up to the third at once, and five days more from the fourth on', () => {
    const due = [1, 3, 4, 5].map((casesAtOnce) => runningOf(numbered(casesAtOnce))['reply']);
    expect(due).toMatchObject([
      { clock: 'reply', length: 10, dueDate: '2025-02-21' },
      { clock: 'reply', length: 10, dueDate: '2025-02-21' },
      { clock: 'reply-among-many', rule: 'many cases', length: 15, dueDate: '2025-02-28' },
      { clock: 'reply-among-many', rule: 'many cases', length: 15, dueDate: '2025-02-28' },
    ]);
    expect(numbered(4).events.find(({ type }) => type === 'CaseRegistered')).toMatchObject({
      data: { casesAtOnce: 4 },
    });
  });

  it('goes on as any other once its longer time has lapsed', () => {
    const lapsed = numbered(4).when(expire('reply'));
    expect(lapsed.recorded).toEqual(['ReplyLapsed']);
    expect(runningOf(lapsed)).toMatchObject({ consultations: { trigger: { date: '2025-02-28' } } });
  });

  it('gives as much for what comes later: a supplement, and a replacement of the whole', () => {
    const amended = (kind: 'supplement' | 'replacement', claims = [first, claim('C2', 'II')]) =>
      runningOf(numbered(4).when(amend(kind, withClaims(...claims), '2025-02-10T10:00:00Z')));
    expect(amended('supplement')['reply:S1']).toMatchObject({ clock: 'reply-among-many', length: 15 });
    expect(amended('replacement', [{ ...first, provision: 'III:4' }])['reply']).toMatchObject({
      clock: 'reply-among-many',
      trigger: { event: 'GrievanceAmended' },
    });
  });

  it('gives the party that floods no more time for what it owes itself, the answer to a joinder', () => {
    const { receipt, certification } = amend('supplement', joinedWith(first, own), '2025-02-10T10:00:00Z');
    const by = respondent('2025-02-10T10:00:00Z').by;
    const matter: Matter = {
      kind: 'joinder',
      grievance: joinedWith(first, own),
      receipt,
      certification: { ...certification, by },
    };
    const joined = numbered(4).when(
      propose(matter, respondent('2025-02-10T10:00:00Z')),
      sign(matter, complainant('2025-02-11T10:00:00Z')),
    );
    expect(runningOf(joined)['reply:J1']).toMatchObject({ clock: 'reply', length: 10, awaits: 'complainant' });
  });

  it('has no more than three days on the urgent track, and the longer time again when that is lost (I-25)', () => {
    const urgent = numbered(4, [
      { ...filing('2025-02-04T10:00:00+01:00'), urgency },
      { type: 'FindComplete', ...registry('2025-02-04T12:00:00+01:00') },
    ]);
    expect(runningOf(urgent)['reply']).toMatchObject({ track: 'urgent', dueAt: at('2025-02-07T17:00:00+01:00') });
    const lost = urgent.when(refusedByPanel('2025-02-10T10:00:00+01:00'));
    expect(runningOf(lost)['reply']).toMatchObject({ track: 'standard', length: 15, dueDate: '2025-02-27' });
    const early = urgent.when(refusedByPanel('2025-02-05T10:00:00+01:00'));
    expect(runningOf(early)['reply']).toMatchObject({ track: 'standard', length: 15 });
  });
});
