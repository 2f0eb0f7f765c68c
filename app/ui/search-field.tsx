interface SearchFieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'date';
  readonly chosen: string;
}

/** One field of a search: it may stay empty, and its text travels in the address. */
export const SearchField = ({ name, label, type = 'text', chosen }: SearchFieldProps) => (
  <div className="filter">
    <label htmlFor={`search-${name}`}>{label}</label>
    <input
      className="usa-input"
      id={`search-${name}`}
      name={name}
      type={type}
      defaultValue={chosen}
      autoComplete="off"
    />
  </div>
);
