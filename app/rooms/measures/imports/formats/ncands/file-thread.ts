/** The entry of a thread that reads one NCANDS Child File into its spool. */
import { serveThread } from '../reading/threads.ts';
import { type NcandsResult, type NcandsTask, readNcandsFileIntoSpool } from './file-reader.ts';

serveThread<NcandsTask, NcandsResult>(readNcandsFileIntoSpool);
