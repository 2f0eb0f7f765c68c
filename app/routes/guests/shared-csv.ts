import { guestDownload } from './guest-download.ts';
import { partnerPage } from './guest-view.ts';

export const loader = guestDownload(partnerPage, 'csv');
