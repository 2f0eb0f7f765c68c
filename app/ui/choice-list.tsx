import { ErrorMessage } from '@trussworks/react-uswds';
import type { Choice } from './filter-select.tsx';

interface ChoiceListProps {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  /** One of them, or any number. */
  readonly kind: 'one' | 'any';
}

/** Boxes to tick, or one to choose, each a full line wide for a thumb. */
export const ChoiceList = ({ name, legend, hint, problem, choices, chosen, kind }: ChoiceListProps) => (
  <fieldset className="choice-list" aria-describedby={problem ? `${name}-problem` : undefined}>
    <legend>{legend}</legend>
    {hint ? <p className="usa-hint field-hint">{hint}</p> : null}
    {problem ? <ErrorMessage id={`${name}-problem`}>{problem}</ErrorMessage> : null}
    {choices.map(({ value, label }) => (
      <p className="choice" key={value}>
        <input
          type={kind === 'one' ? 'radio' : 'checkbox'}
          id={`${name}-${value}`}
          name={name}
          value={value}
          defaultChecked={chosen.includes(value)}
        />
        <label htmlFor={`${name}-${value}`}>{label}</label>
      </p>
    ))}
  </fieldset>
);
