import { commandIdOf, derivedUuid } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';
import type { SeededRandom } from '../../chaos/seeded-random';
import type { Attempt, Offer } from '../parties/attempt';
import { send } from '../parties/desks';
import type { Secretariat } from '../secretariat/secretariat';
import type { Onlooker } from './onlooker';

/** A late entry has its id from the request that makes it. */
const entered = (offer: Offer, commandId: CommandId): Offer =>
  offer.command.type === 'ClaimLateEntry'
    ? ({ ...offer, command: { ...offer.command, entryId: derivedUuid('late-entry', commandId) } } as Offer)
    : offer;

/** Sends acts to the secretariat, and keeps each attempt with its answer. */
export class Sender {
  readonly attempts: Attempt[] = [];

  constructor(
    private readonly secretariat: Secretariat,
    private readonly onlooker: Onlooker,
  ) {}

  /** Sends most acts once, and some twice, under a used key, or at the present or an earlier revision. */
  async sendSomehow(offer: Offer, serial: string, random: SeededRandom, towards?: Attempt['towards']): Promise<void> {
    const commandId = commandIdOf('move', serial);
    const throwOf = random.between(0, 100);
    const revision = this.onlooker.historian.lengthFor(offer) - 1;
    if (throwOf < 2 && revision >= 0)
      await this.send(offer, commandIdOf('stale', serial), 'at-stale-revision', revision - 1);
    const [manner, at] = throwOf < 6 ? (['at-revision', revision] as const) : (['plain', undefined] as const);
    await this.send(offer, commandId, manner, at, towards);
    if (throwOf >= 85 && throwOf < 92) await this.send(offer, commandId, 'again');
    if (throwOf >= 92 && throwOf < 96) await this.send(offer, commandIdOf('twice', serial), 'plain');
    if (throwOf >= 96) await this.send(offer, commandId, 'key-reused');
  }

  async send(
    made: Offer,
    commandId: Attempt['commandId'],
    manner: Attempt['manner'],
    ifRevision?: number,
    towards?: Attempt['towards'],
  ): Promise<void> {
    const at = this.secretariat.clock.now();
    const offer = entered(made, commandId);
    const answer = await send(this.secretariat, offer, { commandId, manner }, ifRevision);
    const more = { ...(ifRevision === undefined ? {} : { ifRevision }), ...(towards ? { towards } : {}) };
    this.attempts.push({ at, offer, commandId, manner, answer, ...more });
    await this.secretariat.settle();
    this.onlooker.look();
  }
}
