import { ELSE, timeByWork, type CpuProfile } from './cpu-profile';

const node = (id: number, functionName: string, url: string, ...children: number[]) => ({
  id,
  callFrame: { functionName, url },
  children,
});

/** A handler that validates, and that decides with a signature inside; otherwise the process waits. */
const profile: CpuProfile = {
  nodes: [
    node(1, '(root)', '', 2, 7),
    node(2, 'handle', 'file:///app/router.js', 3, 4),
    node(3, 'validate', 'file:///app/dist/request.pipe.js', 5),
    node(4, 'decide', 'file:///app/dist/decider.js', 6),
    node(5, 'test', 'file:///node_modules/rules.js'),
    node(6, 'sign', 'file:///app/dist/signer.js'),
    node(7, '(idle)', ''),
  ],
  samples: [2, 3, 5, 4, 6, 7],
  timeDeltas: [1, 10, 100, 1_000, 10_000, 100_000],
};
const kinds = [
  { name: 'validation', at: /request\.pipe/ },
  { name: 'decision', at: /decider/ },
  { name: 'signature', at: /signer/ },
  { name: 'nothing', at: /^ \(idle\)$/ },
];

describe('the time of a profile by kinds of work', () => {
  it('counts what a step calls for the step, unless that is a step of its own', () => {
    expect(Object.fromEntries(timeByWork(profile, kinds))).toEqual({
      [ELSE]: 1,
      validation: 110,
      decision: 1_000,
      signature: 10_000,
      nothing: 100_000,
    });
  });
});
