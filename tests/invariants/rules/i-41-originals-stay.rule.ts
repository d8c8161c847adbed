import { canonicalJson } from '@parley/kernel';
import { ofEachCase } from './rule';

/** Whatever happens to an exhibit, its own bytes and particulars stay what they were when it was accepted. */
export const originalsStay = ofEachCase('I-41', ({ evidence }) =>
  evidence.flatMap(({ before, after, event }) => {
    return [...before.exhibits].flatMap(([number, exhibit]) => {
      const now = after.exhibits.get(number);
      const same = now && canonicalJson([now.file, now.uploadId]) === canonicalJson([exhibit.file, exhibit.uploadId]);
      const redacted = event.type === 'PublicVersionFiled' && event.data.number === number ? event.data : undefined;
      const says = !redacted || (redacted.reason.length > 0 && redacted.file.digest !== exhibit.file.digest);
      return [
        ...(same ? [] : [`${event.type} changed the original of ${number}`]),
        ...(says ? [] : [`the public version of ${number} does not say what was removed`]),
      ];
    });
  }),
);
