import type { Alert, Channel, ChannelAddress, ChannelAnswer } from '@parley/kernel';
import { createTransport } from 'nodemailer';
import { inTime, LONGEST_MS, wordOf } from './answer-in-time';

export interface MailOptions {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly server: URL;
  /** Address from which alerts come. */
  readonly from: string;
  /** Where the paths of alerts are read, without a slash at its end. */
  readonly publicUrl: string;
}

const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;

export const isMailAddress = (address: string): boolean => ADDRESS.test(address);

/** Alerts by e-mail. The id of an alert is that of its message, so that a server can drop what comes twice. */
export function mailChannel({ server, from, publicUrl }: MailOptions): Channel {
  const transport = createTransport({
    url: server.href,
    connectionTimeout: LONGEST_MS / 2,
    greetingTimeout: LONGEST_MS / 2,
    socketTimeout: LONGEST_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  const send = async ({ address }: ChannelAddress, { id, heading, link }: Alert): Promise<ChannelAnswer> => {
    try {
      const { response } = await transport.sendMail({
        ...{ from, to: { name: '', address }, messageId: `<${id}@${domain}>` },
        headers: { 'Auto-Submitted': 'auto-generated' },
        subject: `${heading.en} / ${heading['zh-Hans']}`,
        text: `${heading.en}\n${heading['zh-Hans']}\n\n${publicUrl}${link}\n`,
      });
      return { accepted: true, answer: wordOf(response.slice(0, 3)), again: false };
    } catch (failure) {
      const { responseCode, code } = failure as { readonly responseCode?: number; readonly code?: string };
      // A server that refuses for good says so with 5xx; all else may pass.
      return { accepted: false, answer: wordOf(responseCode ?? code), again: !(responseCode && responseCode >= 500) };
    }
  };
  return { kind: 'mail', permits: isMailAddress, send: (to, alert) => inTime(send(to, alert)) };
}
