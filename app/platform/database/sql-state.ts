/** The code an error of the driver or the socket carries: an SQLSTATE such as `28P01`, or `ENOENT`. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
