/** The program's version, as every manifest and figure carries it. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
export const programVersion: string = (require('../../package.json') as { version: string }).version;
