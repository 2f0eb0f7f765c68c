/** Sends a message where an administrator allowed the server by its name; otherwise the page shows the address alone. */
import type { getSettings } from '../../commons/identity/settings/reads.ts';
import type { Message } from '../../commons/mail/mail.ts';
import type { Services } from '../../request-context.ts';

type Settings = Awaited<ReturnType<typeof getSettings>>;

export const sendIfAllowed = async (
  { mail }: Services,
  { mailHost }: Settings,
  message: Message,
): Promise<boolean> => (mail !== undefined && mail.host === mailHost ? mail.send(message) : false);

/** Where addresses that are handed over begin. */
export const originOf = ({ config }: Services, url: URL): string => config.publicUrl ?? url.origin;
