import { ServiceInstances } from './service-instances';

describe('the instances of a service', () => {
  let now: number;
  let instances: ServiceInstances;
  const turns = (count: number): readonly string[] => Array.from({ length: count }, () => instances.next());

  beforeEach(() => {
    now = 0;
    instances = new ServiceInstances(['a', 'b', 'c'], () => now);
  });

  it('are asked in turn', () => {
    expect(turns(4)).toEqual(['a', 'b', 'c', 'a']);
  });

  it('are passed over for a second when they could not be reached', () => {
    instances.missed('b');
    expect(turns(3)).toEqual(['a', 'c', 'a']);
    now = 1_000;
    expect(turns(2)).toEqual(['b', 'c']);
  });

  it('are asked all the same when none could be reached', () => {
    for (const url of ['a', 'b', 'c']) instances.missed(url);
    expect(turns(4)).toEqual(['a', 'b', 'c', 'a']);
  });
});
