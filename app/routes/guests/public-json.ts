import { guestDownload } from './guest-download.ts';
import { publicPage } from './guest-view.ts';

export const loader = guestDownload(publicPage, 'json');
