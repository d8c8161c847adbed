import type { Channel, Webhooks } from '@parley/kernel';

/**
 * Alerts as signed webhooks: a receiver checks them by the secret that its side reads on its watch list, and drops an
 * id that comes twice.
 */
export const webhookChannel = ({ permits, post, secretOf, publicUrl }: Webhooks): Channel => ({
  kind: 'webhook',
  permits,
  send: (to, { id, heading, link }) => {
    const body = JSON.stringify({ type: 'parley.alert', id, heading, link: `${publicUrl}${link}` });
    return post(to, { id, body });
  },
  secretOf,
});
