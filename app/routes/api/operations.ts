/** Everything a program can ask, in reading order: the table of contents of the API and of its description. */
import { getAgency } from './contract/agency.ts';
import { listAudit } from './contract/audit.ts';
import { getCoverage } from './contract/coverage.ts';
import { getDataVersionInUse, listDataVersions } from './contract/data-versions.ts';
import { listDecisions } from './contract/decisions.ts';
import { listFigures } from './contract/figures.ts';
import { listMarks } from './contract/marks.ts';
import { getMeasure, listMeasures } from './contract/measures.ts';
import { getPublishedState, listPublishedStates } from './contract/published.ts';
import { listValues } from './contract/values.ts';
import type { Operation } from './operation.ts';

export const operations: readonly Operation[] = [
  getAgency,
  getDataVersionInUse,
  listDataVersions,
  listMeasures,
  getMeasure,
  listFigures,
  listMarks,
  listPublishedStates,
  getPublishedState,
  listValues,
  getCoverage,
  listDecisions,
  listAudit,
];
