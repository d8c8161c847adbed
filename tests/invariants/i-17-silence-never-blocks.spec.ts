import { holdsInEveryHistory } from './holds';
import { silenceNeverBlocks } from './rules/i-17-silence-never-blocks.rule';
import { sentence } from './sentences';

describe(sentence('I-17'), () => {
  it('holds in every history of random parties', () => holdsInEveryHistory(silenceNeverBlocks));
});
