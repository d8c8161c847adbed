import { PathTree } from './path-tree';

describe('a tree of paths', () => {
  const tree = new PathTree<string>();
  for (const pattern of ['/v1/cases', '/v1/cases/:caseId', '/v1/cases/:caseId/calls', '/v1/cases/newest/reply'])
    tree.add(pattern, pattern);

  it.each([
    ['/v1/cases', '/v1/cases'],
    ['/v1/cases/7', '/v1/cases/:caseId'],
    ['/v1/cases/7/calls', '/v1/cases/:caseId/calls'],
    ['/v1/cases/newest/reply', '/v1/cases/newest/reply'],
  ])('finds for %s the pattern %s', (path, pattern) => {
    expect(tree.find(path)).toBe(pattern);
  });

  it('goes back to what may be anything where a named part leads nowhere', () => {
    expect(tree.find('/v1/cases/newest/calls')).toBe('/v1/cases/:caseId/calls');
    expect(tree.find('/v1/cases/newest')).toBe('/v1/cases/:caseId');
  });

  it.each(['', '/', '/v1', '/v1/cases/', '/v1/cases//calls', '/v1/cases/7/reply', '/v1/Cases', '/v1/cases/7/calls/1'])(
    'finds nothing for %j',
    (path) => {
      expect(tree.find(path)).toBeUndefined();
    },
  );

  it('keeps what was put at a pattern first', () => {
    const twice = new PathTree<number>();
    twice.add('/v1/keys', 1);
    twice.add('/v1/keys', 2);
    expect(twice.find('/v1/keys')).toBe(1);
  });
});
