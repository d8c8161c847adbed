import { finalFindings, lapse, untilSilence } from '../dossier-story.fixture';
import { readCaseFile } from '../case-file';
import { deadlinesKept } from './deadlines-kept';

const outcomes = (events: typeof untilSilence) =>
  Object.fromEntries(deadlinesKept(readCaseFile(events)).map(({ clock, outcome }) => [clock, outcome]));

describe('deadlines of a screening', () => {
  it('are missed by silence, and run to their end where nobody has to keep them', () => {
    expect(outcomes([...untilSilence, lapse])).toEqual({
      'long-stop': 'missed',
      reply: 'missed',
      consultations: 'ran-to-its-end',
    });
  });

  it('are not yet due, or met, by what is known at the request', () => {
    expect(outcomes(untilSilence.slice(0, 3))).toEqual({ 'long-stop': 'not-yet-due', reply: 'not-yet-due' });
    expect(outcomes([...untilSilence, finalFindings])).toMatchObject({ 'long-stop': 'met' });
  });

  it('explain themselves (I-16)', () => {
    const [longStop] = deadlinesKept(readCaseFile(untilSilence));
    expect(longStop?.explanation.en).toContain('150 calendar days after 2025-02-06');
    expect(longStop?.explanation['zh-Hans']).toContain('150 个日历日');
  });
});
