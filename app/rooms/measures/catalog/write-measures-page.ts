/** Writes docs/measures.md. Run it after a change of a definition. */
import { writeFileSync } from 'node:fs';
import { measuresPage } from './measures-page.ts';

writeFileSync(new URL('../../../../docs/measures.md', import.meta.url), measuresPage());
