import type { RoleRow } from '../../commons/identity/people/role-rows.ts';
import { SubmitButton } from '../../ui/button.tsx';
import { type KnownName, NameList } from '../../ui/name-list.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface RoleChoices {
  readonly roles: readonly { readonly value: string; readonly label: string }[];
}

const kinds = [
  { value: 'state', label: 'The whole state' },
  { value: 'county', label: 'A county' },
  { value: 'unit', label: 'A unit' },
  { value: 'nation', label: 'A Tribal nation' },
  { value: 'partner', label: 'A partner' },
];

const placeList = 'known-places';

const noRole = { value: '', label: 'None' };

interface RowProps {
  readonly number: number;
  readonly row: RoleRow;
  readonly roles: RoleChoices['roles'];
  readonly problem: string | undefined;
}

const Row = ({ number, row, roles, problem }: RowProps) => (
  <fieldset className="role-row">
    <legend>Role {number}</legend>
    <SelectField name={`role-${number}`} label="Role" chosen={row.role} choices={[noRole, ...roles]} />
    <SelectField name={`kind-${number}`} label="Held for" chosen={row.kind} choices={kinds} />
    <TextField
      name={`name-${number}`}
      label="Name of the place"
      type="text"
      autoComplete="off"
      initial={row.name}
      problem={problem}
      list={placeList}
      isOptional
    />
  </fieldset>
);

export const emptyRow: RoleRow = { role: '', kind: 'state', name: '' };

interface RoleRowsProps extends RoleChoices {
  readonly rows: readonly RoleRow[];
  /** Those that are known: the field offers them. */
  readonly places: readonly KnownName[];
  readonly problems: Readonly<Record<string, string>> | undefined;
}

/** What somebody is to the agency, and where: one row a role. Another row comes without losing the others. */
export const RoleRows = ({ rows, roles, places, problems }: RoleRowsProps) => (
  <>
    <p className="usa-hint role-hint">
      The whole state needs no name. Counties and units are those of your data: begin to write, and choose; a
      unit has its county before it, such as Alder / Alder 2. A Nation or a partner can be new here.
    </p>
    <NameList id={placeList} names={places} />
    {rows.map((row, index) => (
      <Row
        // biome-ignore lint/suspicious/noArrayIndexKey: the number is the row's name in the form
        key={index}
        number={index + 1}
        row={row}
        roles={roles}
        problem={problems?.[`name-${index + 1}`]}
      />
    ))}
  </>
);

/** Stands after the button that sends the form, so that Enter sends it. */
export const AddRole = () => (
  <SubmitButton isQuiet name="act" value="more" isUnchecked>
    Add another role
  </SubmitButton>
);
