import { namesOf, publicEventSchemas } from '@parley/contracts';
import { finalFindings, lapse, publicEvent, untilSilence } from '../dossier-story.fixture';
import { chronologyOf } from './told-translation';

const nameOf = namesOf([]);

describe('the chronology', () => {
  it('has words in both languages for every public event of the contexts that a dossier hears', () => {
    const heard = publicEventSchemas.filter(({ typeName }) => !typeName.startsWith('parley.referral.'));
    const lineOf = (schema: (typeof heard)[number]) =>
      chronologyOf([publicEvent(schema, '2025-02-04T09:00:00.000Z', 'PUBLIC', {})], nameOf)[0]?.what;
    const named = heard.filter((schema) => lineOf(schema)?.['zh-Hans'].includes(schema.name));
    expect(named.map(({ typeName }) => typeName)).toEqual([]);
  });

  it('tells what happened at one instant in the order of the procedure', () => {
    const lines = chronologyOf([...untilSilence].toReversed(), nameOf).map(({ what }) => what.en);
    expect(lines.slice(0, 3)).toEqual([
      'The grievance of CN was filed; both desks have notice of it.',
      expect.stringMatching(/^Registered as CN-2025-0001: a grievance of /),
      'The grievance was served on both parties and the panel.',
    ]);
  });

  it('tells silence as a fact', () => {
    const lines = chronologyOf([...untilSilence, finalFindings, lapse], nameOf).map(({ what }) => what['zh-Hans']);
    expect(lines.join('\n')).toMatch(/第 1 次通话未获应答。/);
    expect(lines).toContain('被申诉方未在期限内答复。申诉未获答复，审查继续进行。');
  });
});
