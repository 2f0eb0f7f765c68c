/** Who may bring data in, choose what is in use, and read what the report says. */
import { definePolicy } from '../../../commons/permissions/permission.ts';
import { staff } from '../../../commons/permissions/role.ts';

export const importsPolicy = definePolicy({
  /** Which data are in use: every page with a figure says it. */
  'versions.read': {
    mayBeDoneBy: [...staff, 'nation', 'partner', 'observer'],
    inWords: 'see which data are in use',
  },
  'versions.see': { mayBeDoneBy: ['analyst', 'administrator'], inWords: 'see the data versions' },
  'versions.import': {
    mayBeDoneBy: ['analyst', 'administrator'],
    inWords: 'import case files',
    at: 'state',
  },
  'versions.use': {
    mayBeDoneBy: ['analyst', 'administrator'],
    inWords: 'change which data version is in use',
    at: 'state',
  },
  'versions.delete': { mayBeDoneBy: ['administrator'], inWords: 'delete a data version', at: 'state' },
  /** The report quotes the files: person-level, of every county. */
  'problems.read': { mayBeDoneBy: ['analyst'], inWords: 'read the report of an import', at: 'state' },
});
