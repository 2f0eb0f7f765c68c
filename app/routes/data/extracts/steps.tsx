const steps = [
  { key: 'files', label: 'Files' },
  { key: 'columns', label: 'Columns' },
  { key: 'codes', label: 'Codes' },
  { key: 'review', label: 'Check and import' },
] as const;

/** Where one is on the way from files to a version, and the way back to all of them. */
export const Steps = ({ id, current }: { id: string; current: (typeof steps)[number]['key'] }) => (
  <>
    <p className="crumbs">
      <a href="/data">Data</a> · <a href="/data/extracts">files from your own system</a> ·{' '}
      {current === 'files' ? 'these files' : <a href={`/data/extracts/${id}`}>these files</a>}
    </p>
    <ol className="steps" aria-label="Steps">
      {steps.map(({ key, label }) => (
        <li key={key} aria-current={key === current ? 'step' : undefined}>
          {label}
        </li>
      ))}
    </ol>
  </>
);
