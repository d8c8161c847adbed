/** How Parley is run: all services in one process, or each in a process of its own behind a gateway. */
export type Form = 'standalone' | 'distributed';

/**
 * The form against which the tests run, from PARLEY_FORM; the one process when it is not set. @throws for any other
 * word
 */
export function formOfRun(): Form {
  const form = process.env['PARLEY_FORM'] ?? 'standalone';
  if (form === 'standalone' || form === 'distributed') return form;
  throw new RangeError(`PARLEY_FORM is standalone or distributed, and not ${JSON.stringify(form)}`);
}
