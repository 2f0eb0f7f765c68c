/** The door of the room: what pages, the command line and other rooms may use of it. */
export { catalog, findBySlug, queryOf } from './catalog/catalog.ts';
export type {
  Breakdown,
  Direction,
  MeasureDefinition,
  MeasureId,
  MeasureKind,
} from './catalog/definition-shape.ts';
export { measureIds } from './catalog/definition-shape.ts';
export { federalTable } from './fixes/federal-findings.ts';
export { type Fix, type FixNote, type FixSource, type FixState, fixStates } from './fixes/fix.ts';
export { fixesAsCsv, fixesCsvHeader } from './fixes/fixes-csv.ts';
export { assignForm, noteForm } from './fixes/forms.ts';
export { fixListHandler, fixListKind, startFixList } from './fixes/jobs.ts';
export { fixesPolicy } from './fixes/policy.ts';
export {
  type FixFilter,
  type FixInFull,
  type FixList,
  type FixTally,
  getFix,
  listFixes,
} from './fixes/reads.ts';
export { fixRule, measuresTouched } from './fixes/rules.ts';
export { federalFileOf, nextSubmission, type Submission } from './fixes/submissions.ts';
export type { FederalStandings } from './fixes/tables.ts';
export { addFixNote, assignFix, sayFixed, sayNotFixed } from './fixes/writes.ts';
export { type CheckRequest, checkFiles } from './imports/check-files.ts';
export { type DropForm, type DropRhythm, dropForm, dropRhythms } from './imports/drop/forms.ts';
export type { DropPlace } from './imports/drop/import-set.ts';
export {
  changeDropFolder,
  dropHandler,
  dropKind,
  dropTick,
  scheduleDrop,
  startLook,
} from './imports/drop/jobs.ts';
export { dropPolicy } from './imports/drop/policy.ts';
export { type DropState, getDropState } from './imports/drop/reads.ts';
export { nextLookAfter, rhythmWords } from './imports/drop/rules.ts';
export type { CheckedProblem, ExtractCheck } from './imports/extracts/check.ts';
export {
  checkHandler,
  checkKind,
  checkOf,
  startCheck,
  startExtractImport,
} from './imports/extracts/jobs.ts';
export { extractsPolicy } from './imports/extracts/policy.ts';
export { previewRows, type TablePreview } from './imports/extracts/preview.ts';
export {
  daysAsRead,
  proposedCode,
  proposedColumns,
  proposedTables,
  tableShape,
} from './imports/extracts/proposals.ts';
export {
  type DraftRow,
  type DraftWithFiles,
  getDraft,
  getMapping,
  listDrafts,
  listMappings,
  listMappingVersions,
  type SavedMapping,
} from './imports/extracts/reads.ts';
export {
  columnNamed,
  type Draft,
  groupSheets,
  type Question,
  type SheetGroup,
} from './imports/extracts/rules.ts';
export {
  type CodeChoice,
  settleCodes,
  settleColumns,
  settleTables,
} from './imports/extracts/settle.ts';
export {
  changeDraft,
  receiveExtract,
  removeDraft,
  saveMapping,
  sweepDrafts,
} from './imports/extracts/writes.ts';
export { type DayFormat, dayFormats } from './imports/formats/extract/day-format.ts';
export { dayFormatWords } from './imports/formats/extract/fault-words.ts';
export {
  type ColumnMapping,
  choicesOf,
  type Mapping,
  readMapping,
  readMappingText,
} from './imports/formats/extract/mapping.ts';
export type { ColumnProfile } from './imports/formats/extract/profile.ts';
export { type ImportForm, type Preferences, readPreferences } from './imports/forms.ts';
export { type ImportOutcome, importFiles, type Limits } from './imports/import-files.ts';
export { importInWords } from './imports/import-words.ts';
export {
  asJobOutcome,
  type ImportResult,
  importHandler,
  importKind,
  importRequest,
  type ReportedProblem,
  startImport,
} from './imports/jobs.ts';
export type { Manifest, SourceKind } from './imports/manifest.ts';
export { importsPolicy } from './imports/policy.ts';
export type { Problem } from './imports/problem.ts';
export { countProblems, listProblems, type ProblemCount, problemsOf } from './imports/problem-report.ts';
export { type QualityCheckId, qualityChecks } from './imports/quality/checks.ts';
export { listQualityFindings, type QualityFinding } from './imports/quality/read-quality.ts';
export { getVersion, listVersions, versionInUse } from './imports/reads.ts';
export { recoverVersions } from './imports/recover-versions.ts';
export { openStagingFolder, type StagingFolder } from './imports/staging-folder.ts';
export type { DataVersion, VersionStore } from './imports/version.ts';
export { deleteVersion, useVersion } from './imports/writes.ts';
export { freeTextsOfMark, type MarkForm, markForm, markReason } from './marks/forms.ts';
export type { Mark, MarkKind, MarkVersion, PolicyChange } from './marks/mark.ts';
export { marksPolicy } from './marks/policy.ts';
export { getMark, listMarks, listPolicyChanges } from './marks/reads.ts';
export { baselineDays, isAcross, marksOn, placesOnChart } from './marks/rules.ts';
export { addMark, correctMark, withdrawMark } from './marks/writes.ts';
export {
  isPublished,
  type PublishedMeasureId,
  publishedMeasureIds,
} from './published/published-measure.ts';
export {
  getPublishedMeasure,
  getPublishedState,
  listPublishedGroups,
  listPublishedStates,
  type PublishedMeasure,
  type PublishedState,
  type SeriesPoint,
} from './published/reads.ts';
export { type Standing, type Status, standingPublication, standingPublished } from './published/standing.ts';
export { type Computed, computeFigures } from './results/compute.ts';
export type { Disparity, DisparityRow } from './results/disparity.ts';
export { figuresAsCsv, figuresAsJson } from './results/exports.ts';
export type { Cell, Dropped, Figure, FigureRequest, Hidden, Window } from './results/figure.ts';
export { droppedOf, type SeriesRequest, windowsOf } from './results/figures.ts';
export { followUpEndsOn } from './results/finality.ts';
export { type Funnel, type FunnelUnit, funnelOf } from './results/funnel.ts';
export { breakdownsOf, jsonInOrder } from './results/groups-in-order.ts';
export { endDeciding } from './results/guard/decide-in-thread.ts';
export { areStarsDecided, decideStars } from './results/guard/decided-stars.ts';
export {
  figuresOf,
  type SmallCells,
  seesAllOf,
  seesEverything,
  seriesOf,
  type ViewedFiles,
  viewKeyOf,
} from './results/guard/figures-for.ts';
export { leastThreshold, mostThreshold } from './results/guard/rule/forms.ts';
export { rulePolicy } from './results/guard/rule/policy.ts';
export { getSmallCellRule } from './results/guard/rule/reads.ts';
export { setThreshold } from './results/guard/rule/writes.ts';
export { type GuardedFiles, loadGuard } from './results/guard/shown-stars.ts';
export { fewestWorkers, type UnitSize, unitSizeForm } from './results/guard/units/forms.ts';
export { unitsPolicy } from './results/guard/units/policy.ts';
export { listUnitSizes } from './results/guard/units/reads.ts';
export { setUnitSizes } from './results/guard/units/writes.ts';
export { anybody, type Viewer, viewerFor } from './results/guard/viewer.ts';
export { type PlacesInData, placesInData } from './results/places-in-data.ts';
export { resultsPolicy } from './results/policy.ts';
export { isPrepared, type PreparationProgress, prepareFigures } from './results/prepare.ts';
export { closePrepared } from './results/prepared.ts';
export { pseudonymsOf } from './results/pseudonym.ts';
export { type RawView, withRawView } from './results/raw-view.ts';
export { readRecordNumberPatterns } from './results/record-numbers.ts';
export { type FactRecord, listRecords, type RecordsRead } from './results/records.ts';
export { recordsAsCsv } from './results/records-csv.ts';
export { type ChartReading, readUsualRange } from './results/usual-range.ts';
export type { VersionFiles } from './results/version-files.ts';
export { type FigureReader, type Who, type WhoStep, whoOf } from './results/who.ts';
export {
  federalName,
  isDay,
  parseWindow,
  type Rhythm,
  windowFrom,
  windowsBetween,
} from './results/windows.ts';
