import { failingWorkers } from './readiness-check';

describe('workers that fail', () => {
  it('are named, without a word of what they threw', () => {
    const [well, ill] = [{ status: () => ({}) }, { status: () => ({ lastFailure: 'invalid input: "Li Wei"' }) }];
    expect(failingWorkers({ 'case list': well, registration: ill })).toEqual(['registration failed and tries again']);
  });
});
