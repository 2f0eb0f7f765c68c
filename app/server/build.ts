/** `npm run build`: builds the pages where they are not of these sources, as the server does at its start. */
import { log } from '../platform/log.ts';
import { ensurePages } from './build-pages.ts';

await ensurePages(() => log.info('pages.building'));
