import { SubmitButton } from '../../ui/button.tsx';

/** A plain form; a small script, where it runs, shows how much has been sent. */
export const UploadForm = ({ isFirst }: { isFirst: boolean }) => (
  <section className="section" aria-labelledby="upload">
    <h2 id="upload">Bring in files</h2>
    <p>
      AFCARS (XML or the older fixed width), NCANDS child files, a case-data package (CSV files or one zip),
      or sums. All files of one form together make one version. Nothing you have is changed by it.
    </p>
    <p>
      Files with columns and codes of your own, CSV or Excel?{' '}
      <a href="/data/extracts">Files from your own system</a> asks once what they mean.
    </p>
    <form method="post" action="/data/upload" encType="multipart/form-data" data-upload="">
      <label htmlFor="files">Files</label>
      <input className="file-box" id="files" type="file" name="files" multiple required />
      <details>
        <summary>When two files bring the same table</summary>
        <p>
          <label htmlFor="prefer">Which source to take it from, such as </label>
          <code>visits=package</code>
        </p>
        <input className="usa-input" id="prefer" name="prefer" maxLength={500} />
      </details>
      <p className="choice">
        <input type="checkbox" id="putInUse" name="putInUse" defaultChecked={isFirst} />
        <label htmlFor="putInUse">Use the new version as soon as it is complete</label>
      </p>
      <SubmitButton>Import</SubmitButton>
    </form>
    <div data-upload-status="" role="status" />
    <script src="/upload-progress.js" type="module" />
  </section>
);
