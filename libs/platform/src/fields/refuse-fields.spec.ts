import { refuseFields } from './refuse-fields';

describe('an act without fields', () => {
  it.each([undefined, null, {}])('takes %p', (body) => {
    expect(() => {
      refuseFields(body);
    }).not.toThrow();
  });

  it('refuses each field with its path, and what is no object', () => {
    expect(() => {
      refuseFields({ why: 1, 'a/b~c': 2 });
    }).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ path: '/why', code: 'unknown-field' }), expect.objectContaining({ path: '/a~1b~0c' })] }));
    expect(() => {
      refuseFields(['x']);
    }).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ path: '' })] }));
  });
});
