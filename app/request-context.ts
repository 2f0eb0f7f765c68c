/**
 * What a page's loader is given besides the request: `server.ts` sets it for each request, `routes/` read it.
 * It stays out of the page bundle (vite.config.ts), so both sides hold the same key.
 */
import { createContext } from 'react-router';
import type { Identity } from './commons/identity/identity.ts';
import type { JobQueue } from './commons/jobs/queue.ts';
import type { Mail } from './commons/mail/mail.ts';
import type { Config } from './platform/config.ts';
import type { DataFolder } from './platform/data-folder.ts';
import type { Database } from './platform/database/database.ts';

export interface Services {
  readonly config: Config;
  readonly dataFolder: DataFolder;
  readonly database: Database;
  readonly identity: Identity;
  /** The way out that the configuration names; whether it may be used is the agency's setting. */
  readonly mail: Mail | undefined;
  readonly jobs: JobQueue;
  /** True where the invented State of Juniper is served and its accounts may be printed. */
  readonly isDemo: boolean;
  /** Takes the invented state away and begins an empty agency in its place; null where there is none, or not here. */
  readonly leaveDemo: (() => void) | null;
}

export const servicesContext = createContext<Services>();

/** Marks the script elements of this one answer: give it to `<Scripts nonce>` where a page is interactive. */
export const nonceContext = createContext<string>();
