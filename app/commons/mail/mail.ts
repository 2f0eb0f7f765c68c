/**
 * Messages through the agency's own mail server. It is named in the configuration, and nothing is sent before an
 * administrator allowed that server by its name (`identity/settings`).
 */
import { createTransport } from 'nodemailer';
import { errorCode } from '../../platform/database/sql-state.ts';
import { log } from '../../platform/log.ts';

export interface MailSettings {
  /** `smtp://user:password@mail.agency.example:587` */
  readonly url: string;
  readonly from: string;
}

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mail {
  /** What an administrator allows: `mail.agency.example:587`. */
  readonly host: string;
  /** True when the server took the message. Why it did not stands in the log, without an address. */
  send(message: Message): Promise<boolean>;
}

const patienceMs = 10_000;

export const openMail = ({ url, from }: MailSettings): Mail => {
  const timeouts = {
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
  } as const;
  const transport = createTransport({ url, ...timeouts }, { from });
  return {
    host: new URL(url).host,
    send: async (message) => {
      try {
        await transport.sendMail(message);
        log.info('mail.sent');
        return true;
      } catch (error) {
        log.error('mail.not-sent', { code: errorCode(error) });
        return false;
      }
    },
  };
};
