import { commandIdOf, domainEventOf, OwnRepository, sha256, streamName } from '@parley/event-store';
import type { KeptKeys } from '@parley/http';
import { ruleSetInForce } from '@parley/procedure';
import { signSuccession } from '@parley/processes';
import { webhookKeyDecider, type TakeWebhookKey, type WebhookKeys, type WebhookKeyTaken } from './webhook-keys.rules';

const CATEGORY = 'audit.webhookkeys';
const REGISTER = 'register';

/** The keys by which webhooks were signed, in the audit's own record. None of them signs a receipt. */
export const webhookKeys: KeptKeys = {
  signingKeys: async (store) =>
    (await store.read(streamName(CATEGORY, REGISTER))).map((recorded) => {
      const { x, from, signature = null } = (domainEventOf(recorded) as WebhookKeyTaken).data;
      return { x, from, signature };
    }),
  takeKey: async ({ store, clock, ruleSets }, { signer, formerSigner, keysAre }) => {
    const now = clock.now();
    const { kid, x } = signer.publicKey;
    const register = new OwnRepository<typeof REGISTER, TakeWebhookKey, WebhookKeys>(
      { store, ruleSetVersion: ruleSetInForce(now, ruleSets.all()).version },
      CATEGORY,
      webhookKeyDecider,
    );
    const last = (await register.read(REGISTER)).state.at(-1)?.thumbprint;
    if (last === kid) return undefined;
    if (last !== undefined && keysAre === 'kept')
      return (
        'The key of webhooks is not the one that the record says is in use: put the folder of keys back from its ' +
        'copy, or start once with PARLEY_KEYS=replaced.'
      );
    const signature = await signSuccession(formerSigner, last, signer.publicKey, now);
    const command = { type: 'TakeWebhookKey', thumbprint: kid, x, signature, at: now } as const;
    const commandId = commandIdOf('take-webhook-key', kid, last ?? '');
    const cause = { kind: 'command', id: commandId, bodyDigest: sha256(kid) } as const;
    const outcome = await register.proceed(REGISTER, command, { process: 'installation', commandId, cause });
    if (outcome.kind !== 'done') throw new Error(`the register of the keys of webhooks is ${outcome.kind}`);
    return undefined;
  },
};
