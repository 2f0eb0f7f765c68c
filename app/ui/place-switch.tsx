import { SubmitButton } from './button.tsx';
import { type Choice, FilterSelect } from './filter-select.tsx';

interface PlaceSwitchProps {
  readonly action: string;
  readonly chosen: string;
  readonly choices: readonly Choice[];
  /** Further choices of the page, kept when the place changes. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** From one place to another, quietly; nothing where there is no other. */
export const PlaceSwitch = ({ action, chosen, choices, kept = {} }: PlaceSwitchProps) =>
  choices.length < 2 ? null : (
    <form method="get" action={action} className="place-switch no-print" aria-label="Where">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FilterSelect name="at" label="Where" chosen={chosen} choices={choices} />
      <SubmitButton isQuiet>Go there</SubmitButton>
    </form>
  );
