import type { ReadersSignature } from '../domain/readers/readers';
import type { ReadersSignatureShown } from './readers.response';

export const showSignature = ({ coHead, party, receivedAt }: ReadersSignature): ReadersSignatureShown => ({ coHead, party, receivedAt });
