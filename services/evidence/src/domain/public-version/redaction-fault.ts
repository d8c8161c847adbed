import { refuse, type Refused } from '@parley/kernel';
import { refusals } from '../refusals';
import { hiddenLayer, isHiddenLayer, passageIn } from './layer-refusals';
import type { RedactionCheck } from './redaction';

/**
 * Why a public version may not be published after it was searched (I-41).
 * @param path of the offer in the request, as a JSON pointer
 */
export function redactionFault(check: Exclude<RedactionCheck, { kind: 'passed' }>, path: string): Refused {
  switch (check.kind) {
    case 'found':
      return refuse(passageIn[check.layer], `${path}/removed/${String(check.passage)}`);
    case 'hidden-layer':
      return isHiddenLayer(check.layer)
        ? refuse(hiddenLayer[check.layer], `${path}/uploadId`)
        : refuse(refusals.publicVersionUncheckable, `${path}/uploadId`);
    case 'nothing-named':
      return refuse(refusals.nothingNamed, `${path}/removed`);
    case 'too-short':
      return refuse(refusals.passageTooShort, `${path}/removed/${String(check.passage)}`);
    case 'uncheckable':
      return refuse(refusals.publicVersionUncheckable, `${path}/mediaType`);
    case 'too-large':
      return refuse(refusals.publicVersionTooLarge, `${path}/uploadId`);
  }
}
