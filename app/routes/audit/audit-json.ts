import { signedInDownload } from '../page.ts';
import { auditJson } from './audit-file.ts';

export const loader = signedInDownload(auditJson);
