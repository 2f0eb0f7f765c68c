/** What every chart gives: a picture (and one for phones where letters would shrink) and its table twin. */

export interface TwinColumn {
  readonly label: string;
  readonly isNumber: boolean;
}

export interface TwinTable {
  readonly caption: string;
  readonly columns: readonly TwinColumn[];
  /** Ready text, one array a row; the first cell heads its row. */
  readonly rows: readonly (readonly string[])[];
}

export interface DrawnChart {
  readonly svg: string;
  readonly narrowSvg: string | null;
  readonly table: TwinTable;
}
