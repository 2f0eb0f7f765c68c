export interface KnownName {
  readonly value: string;
  /** What it is: "a county". */
  readonly label: string;
}

/** Names that a field offers while somebody types; another can still be typed. */
export const NameList = ({ id, names }: { id: string; names: readonly KnownName[] }) => (
  <datalist id={id}>
    {names.map(({ value, label }) => (
      <option key={`${label} ${value}`} value={value} label={label} />
    ))}
  </datalist>
);
