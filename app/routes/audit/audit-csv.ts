import { signedInDownload } from '../page.ts';
import { auditCsv } from './audit-file.ts';

export const loader = signedInDownload(auditCsv);
