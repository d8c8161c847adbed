import { publicEventSchemas } from '@parley/contracts';
import { finalFindings, lapse, publicEvent, untilSilence } from '../dossier-story.fixture';
import { chronologyOf } from './chronology';

describe('the chronology', () => {
  it('has words in both languages for every public event of the contexts that a dossier hears', () => {
    const heard = publicEventSchemas.filter(({ typeName }) => !typeName.startsWith('parley.referral.'));
    const wordless = heard.filter(
      (schema) =>
        chronologyOf([publicEvent(schema, '2025-02-04T09:00:00.000Z', 'PUBLIC', {})])[0]?.what.en === schema.typeName,
    );
    expect(wordless.map(({ typeName }) => typeName)).toEqual([]);
  });

  it('tells what happened at one instant in the order of the procedure', () => {
    const lines = chronologyOf([...untilSilence].toReversed()).map(({ what }) => what.en);
    expect(lines.slice(0, 3)).toEqual([
      'The grievance was received.',
      'The case was registered as CN-2025-0001.',
      'The grievance was served on both parties.',
    ]);
  });

  it('tells silence as a fact', () => {
    const lines = chronologyOf([...untilSilence, finalFindings, lapse]).map(({ what }) => what['zh-Hans']);
    expect(lines).toContain('第 1 次通话未应答。');
    expect(lines).toContain('未在期限内收到答复；审查继续进行。');
  });
});
