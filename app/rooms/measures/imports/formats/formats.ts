/** The formats that are read, in the order in which they are asked whether a file is theirs: content before name. */

import { afcarsFormat } from './afcars-periods/format.ts';
import { aggregatesFormat } from './aggregates/format.ts';
import type { Format } from './format.ts';
import { ncandsFormat } from './ncands/format.ts';
import { packageFormat } from './package/package-format.ts';

export const formats: readonly Format[] = [afcarsFormat, ncandsFormat, aggregatesFormat, packageFormat];
