import { derivedUuid, OwnRepository, sha256, type Recording } from '@parley/event-store';
import { canonicalJson, type CommandId, type Instant, type PartyCode, type Sha256, type Text } from '@parley/kernel';
import { OUTAGE_CATEGORY, REGISTER, type Register } from '../../streams';
import { outageRegisterDecider } from './outage-register.rules';
import type { OutageRegister, OutageRegisterCommand, RegisteredOutage } from './outages.rules';

/** Id of an outage that the heartbeat declares. The same times are the same outage. */
export const outageIdOf = (from: Instant, to: Instant): string => derivedUuid('outage', from, to);

/** Id of an outage that a side proposes. The two sides may propose the same times. */
export const proposedOutageIdOf = (party: PartyCode, from: Instant, to: Instant): string =>
  derivedUuid('proposed-outage', party, from, to);

/** The digest of an outage, which the co-heads sign. */
export const outageDigest = (from: Instant, to: Instant, reason: readonly Text[]): Sha256 =>
  sha256(canonicalJson({ from, to, reason }));

export class Outages extends OwnRepository<Register, OutageRegisterCommand, OutageRegister> {
  constructor(recording: Recording) {
    super(recording, OUTAGE_CATEGORY, outageRegisterDecider);
  }

  /** Those that are declared, by whomever, and not annulled. */
  async declared(): Promise<readonly RegisteredOutage[]> {
    return Object.values((await this.read(REGISTER)).state).filter(
      ({ declaredAt, annulledAt }) => declaredAt !== null && annulledAt === null,
    );
  }

  /** The heartbeat declares an outage, once however often it finds it. */
  async declare(from: Instant, to: Instant): Promise<void> {
    const outageId = outageIdOf(from, to);
    const cause = { kind: 'timer', id: 'heartbeat' } as const;
    const command = { type: 'DeclareByHeartbeat', outageId, from, to, at: to } as const;
    await this.proceed(REGISTER, command, { process: 'heartbeat', cause, commandId: outageId as CommandId });
  }
}
