/** Why a file cannot be used at all. Raised while reading it, in whatever thread; becomes a problem of weight `stop`. */
export interface StopReason {
  readonly rule: string;
  readonly sentence: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
}

export class FileStop extends Error {
  override name = 'FileStop';
  readonly reason: StopReason;
  constructor(reason: Pick<StopReason, 'rule' | 'sentence'> & Partial<StopReason>) {
    super(reason.sentence);
    this.reason = { line: null, column: null, value: null, ...reason };
  }
}
