import { isMailAddress, logChannel, mailChannel, webhookChannel, webhookSender } from '@parley/channels';
import { urlSetting, type Setting, type SettingsOf } from '@parley/http';
import type { Channel, Webhooks } from '@parley/kernel';
import type { ServiceKeys } from '../installation/installation-keys';
import { networksSetting } from './networks-setting';

const mailAddressSetting = (name: string): Setting<string | undefined> => ({
  name,
  read: (text) =>
    text === undefined || isMailAddress(text)
      ? text
      : { wrong: 'must be an address of mail, such as alerts@seat.example' },
});

const HOST = /^(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$|^[0-9a-f:.]+$/i;

const hostsSetting = (name: string): Setting<readonly string[]> => ({
  name,
  read: (text) => {
    const hosts = (text ?? '').split(',').map((host) => host.trim());
    const named = hosts.filter((host) => host !== '');
    return named.every((host) => HOST.test(host))
      ? named
      : { wrong: 'must be hosts, such as alerts.example or *.example, with commas between them' };
  },
});

/** Settings of the ways in which persons are reached outside the system, and what `--help` says of them. */
export const CHANNEL_SETTINGS = {
  mailServer: {
    ...urlSetting('PARLEY_MAIL_SERVER', 'smtp', 'smtps'),
    meaning: 'server that takes e-mail for watch lists and for alerts by choice; none when left out',
  },
  mailFrom: { ...mailAddressSetting('PARLEY_MAIL_FROM'), meaning: 'address from which that e-mail comes' },
  webhookHosts: {
    ...hostsSetting('PARLEY_WEBHOOK_HOSTS'),
    meaning: 'hosts to which signed webhooks may go, such as alerts.example or *.example, parted by commas',
  },
  webhookNetworks: {
    ...networksSetting('PARLEY_WEBHOOK_NETWORKS'),
    meaning: 'private networks in which a receiver may stand, without TLS too; parted by commas, none when left out',
  },
};

type ChannelValues = SettingsOf<typeof CHANNEL_SETTINGS>;

/** What is wrong with these settings beside each other. */
export const channelFaults = ({ mailServer, mailFrom }: Partial<ChannelValues>): readonly string[] =>
  (mailServer === undefined) === (mailFrom === undefined)
    ? []
    : ['PARLEY_MAIL_SERVER and PARLEY_MAIL_FROM go together'];

/** The ways to persons, and the way to their programs, as a service is given them. */
export interface Reached {
  readonly channels: readonly Channel[];
  readonly webhooks?: Webhooks;
}

/** The keys that webhooks are signed with. */
export type ReachingKeys = Pick<ServiceKeys, 'derivationKey' | 'webhookSigner'>;

interface Reaching {
  readonly publicUrl: string;
  readonly keys: ReachingKeys;
  readonly log: (line: object) => void;
}

/**
 * What a service reaches persons and their programs by. Webhooks are for one that has keys to sign them with. In
 * production nobody reads a log for alerts.
 */
export function openChannels(
  { mailServer, mailFrom, webhookHosts, webhookNetworks, production }: ChannelValues & { readonly production: boolean },
  { publicUrl, keys: { derivationKey: key, webhookSigner: signer }, log }: Reaching,
): Reached {
  const webhooks =
    webhookHosts.length > 0 && key && signer
      ? webhookSender({ hosts: webhookHosts, networks: webhookNetworks, key, signer, publicUrl })
      : undefined;
  const channels = [
    ...(mailServer && mailFrom ? [mailChannel({ server: mailServer, from: mailFrom, publicUrl })] : []),
    ...(webhooks ? [webhookChannel(webhooks)] : []),
    ...(production ? [] : [logChannel(log)]),
  ];
  return { channels, ...(webhooks ? { webhooks } : {}) };
}
