import { createHmac } from 'node:crypto';
import { codeOf } from '../notices/notices.rules';

/**
 * The codes of addresses. They follow from a secret of the installation and are never written down, so a crash loses
 * none and no copy of a table tells one.
 */
export class AlertProofs {
  constructor(private readonly derivationKey: Uint8Array) {}

  of(channelId: string): string {
    return codeOf(createHmac('sha256', this.derivationKey).update(`parley intake alert ${channelId}`).digest('hex'));
  }
}
