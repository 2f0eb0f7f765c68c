/** The four ways a request can end badly. Import problems are data (imports/problem.ts), not exceptions. */

export class NotFound extends Error {
  override name = 'NotFound';
}

/** Says who can, so that a page can tell the reader whom to ask. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
  readonly whoCan: string;
  constructor(message: string, whoCan: string) {
    super(message);
    this.whoCan = whoCan;
  }
}

export class Conflict extends Error {
  override name = 'Conflict';
}

/** What was given cannot be used. `remedy` says in one sentence what to do about it. */
export class Invalid extends Error {
  override name = 'Invalid';
  readonly remedy: string | undefined;
  constructor(message: string, remedy?: string) {
    super(message);
    this.remedy = remedy;
  }
}
