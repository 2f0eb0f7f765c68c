import type { MarkChoices } from './mark-choices.ts';
import type { MarkFields } from './mark-fields.ts';
import { MarkForm } from './mark-form.tsx';

export interface NoteFormData {
  readonly fields: MarkFields;
  readonly choices: MarkChoices;
}

/** Beneath a chart, for those who may. */
export const NoteForm = ({ note }: { note: NoteFormData }) => (
  <details className="fold no-print" id="note">
    <summary>Note something on this chart</summary>
    <MarkForm fields={note.fields} choices={note.choices} refusal={null} isCorrection={false} />
    <p className="small">
      A rule that changed what is counted?{' '}
      <a href={`/measures/marks/new?kind=policy&measure=${note.fields.measures[0] ?? ''}`}>
        Write down a change of policy
      </a>{' '}
      · <a href="/measures/marks">All notes and changes</a>
    </p>
  </details>
);
