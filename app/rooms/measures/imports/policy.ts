/** Who may bring data in, choose what is in use, and read what the report says. */
import { definePolicy } from '../../../commons/permissions/permission.ts';

export const importsPolicy = definePolicy({
  'versions.read': { mayBeDoneBy: ['analyst', 'administrator'], inWords: 'see the data versions' },
  'versions.import': { mayBeDoneBy: ['analyst', 'administrator'], inWords: 'import case files' },
  'versions.use': {
    mayBeDoneBy: ['analyst', 'administrator'],
    inWords: 'change which data version is in use',
  },
  'versions.delete': { mayBeDoneBy: ['administrator'], inWords: 'delete a data version' },
  /** The report quotes the files: person-level. */
  'problems.read': { mayBeDoneBy: ['analyst'], inWords: 'read the report of an import' },
});
