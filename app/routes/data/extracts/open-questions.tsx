import { Notice } from '../../../ui/notice.tsx';

/** What is still to be said here, read out at once. Nothing when nothing is. */
export const OpenQuestions = ({ sentences }: { sentences: readonly string[] }) =>
  sentences.length === 0 ? null : (
    <Notice isConcern role="alert">
      <p>Kept. This is still open:</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
