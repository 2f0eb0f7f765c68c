/** NCANDS Child Files, delimited, with the standard names: one file a federal fiscal year of disposition. */
import { join } from 'node:path';
import { stateLetters } from '../counties.ts';
import { type DayNumber, usOf } from '../days.ts';
import { isDisposed, knownEpisodes } from '../known.ts';
import type { Answer, Child, Disposition, Family, Finding, World } from '../records.ts';
import { BufferedFile } from './buffered-file.ts';
import { fiscalYearOf } from './federal-periods.ts';
import { closed, type StateWriter, type WrittenFile } from './state-writer.ts';

const header =
  'SubYr,StaTerr,RptID,ChID,RptCnty,RptDt,InvDate,RptDisp,RptDisDt,ChAge,ChBDate,ChSex,ChRacAI,ChRacAs,ChRacBl,' +
  'ChRacNH,ChRacWh,ChRacUd,CEthn,ChCnty,Mal1Lev,Mal2Lev,Mal3Lev,Mal4Lev,MalDeath,AFCARSID,IncidDt\n';

const levels: Readonly<Record<Disposition, string>> = {
  substantiated: '1',
  indicated: '2',
  alternative_response_victim: '3',
  alternative_response_nonvictim: '4',
  unsubstantiated: '5',
  closed_no_finding: '7',
  other: '88',
};

const answerCode = (answer: Answer): string => (answer === null ? '9' : answer ? '1' : '2');

const ageCode = ({ isUnborn, ageYears }: Finding): string => (isUnborn ? '77' : String(ageYears ?? 99));

/** ChBDate to CEthn. */
const aboutChild = (child: Child): string => {
  const isUnknown = child.races.every((answer) => answer === null);
  return (
    `${usOf(child.bornOn)},${child.sex === 'male' ? '1' : '2'},${child.races.map(answerCode).join(',')},` +
    `${isUnknown ? '1' : '2'},${answerCode(child.hispanic)}`
  );
};

export class NcandsWriter implements StateWriter {
  readonly #world: World;
  readonly #files = new Map<number, BufferedFile>();

  constructor(folder: string, world: World) {
    this.#world = world;
    for (let year = fiscalYearOf(world.from); year <= fiscalYearOf(world.asOf); year++) {
      const file = new BufferedFile(join(folder, `ncands_child_FFY${year}.csv`));
      file.write(header);
      this.#files.set(year, file);
    }
  }

  family({ children, investigations }: Family): void {
    const began = new Map(
      investigations.map(({ report, receivedAt }) => [report, Math.floor(receivedAt / 1440)]),
    );
    for (const child of children) {
      if (child.findings.length === 0) continue;
      const about = aboutChild(child);
      const afcarsId = knownEpisodes(child, this.#world.asOf).length > 0 ? child.id : '';
      for (const finding of child.findings) {
        if (isDisposed(finding, this.#world.asOf)) {
          this.#row(child.id, finding, about, afcarsId, began.get(finding.report) ?? finding.reportedOn);
        }
      }
    }
  }

  #row(id: string, finding: Finding, about: string, afcarsId: string, investigatedOn: DayNumber): void {
    const year = fiscalYearOf(finding.disposedOn);
    const county = finding.county.code.slice(2);
    const level = levels[finding.disposition];
    this.#files
      .get(year)
      ?.row(
        `${year},${stateLetters},${finding.report},${id},${county},${usOf(finding.reportedOn)},${usOf(investigatedOn)},` +
          `${level},${usOf(finding.disposedOn)},${ageCode(finding)},${about},${county},${level},,,,` +
          `${finding.isDeath ? '1' : '2'},${afcarsId},${usOf(finding.incidentOn)}\n`,
      );
  }

  close(): WrittenFile[] {
    return [...this.#files.values()].map(closed);
  }
}
