import { ProblemError } from '../problems/problem.error';
import { refuseFields } from './refuse-fields';

/** Paths of the fields that are refused; none when the body is taken. */
function refused(body: unknown): readonly string[] {
  try {
    refuseFields(body);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.errors.map(({ path, code }) => `${path} ${code}`);
  }
}

describe('an act without fields', () => {
  it.each([undefined, null, {}])('takes %p', (body) => {
    expect(refused(body)).toEqual([]);
  });

  it('refuses each field with its path, and what is no object', () => {
    expect(refused({ why: 1, 'a/b~c': 2 })).toEqual(['/why unknown-field', '/a~1b~0c unknown-field']);
    expect(refused(['x'])).toEqual([' not-an-object']);
  });
});
