import { SubmitButton } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** Saves the mapping under a name and imports. */
export const ImportExtract = ({ name }: { name: string | null }) => (
  <section className="section" aria-labelledby="import">
    <h2 id="import">Import</h2>
    <form method="post">
      <TextField
        name="name"
        label="Keep this mapping as"
        hint="Next month’s files are recognised by it. A name that is there gets a new version."
        type="text"
        autoComplete="off"
        initial={name ?? 'Monthly extract'}
      />
      <p className="choice">
        <input type="checkbox" id="putInUse" name="putInUse" />
        <label htmlFor="putInUse">Use the new version as soon as it is complete</label>
      </p>
      <SubmitButton name="act" value="import">
        Import
      </SubmitButton>
    </form>
  </section>
);
