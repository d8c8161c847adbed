import type { ReadersSignature } from '../domain/readers/readers';
import type { CoHeadSignatureShown } from './joint-decision.response';

export const showSignature = ({ coHead, party, receivedAt }: ReadersSignature): CoHeadSignatureShown => ({
  coHead,
  party,
  receivedAt,
});
