/** How fast work goes and how long it still takes, from what it has read so far. */

export interface Amounts {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface Pace {
  /** Null before there is anything to go by. */
  readonly rowsPerSecond: number | null;
  /** Seconds until all bytes are read; null when that cannot be said. */
  readonly secondsLeft: number | null;
}

/** `elapsedSeconds`: since the work began. Bytes read so far stand for the share done. */
export const paceOf = ({ rows, bytes, totalBytes }: Amounts, elapsedSeconds: number): Pace => {
  if (elapsedSeconds <= 0) return { rowsPerSecond: null, secondsLeft: null };
  const isReading = bytes > 0 && bytes < totalBytes;
  return {
    rowsPerSecond: rows > 0 ? rows / elapsedSeconds : null,
    secondsLeft: isReading ? (elapsedSeconds * (totalBytes - bytes)) / bytes : null,
  };
};
