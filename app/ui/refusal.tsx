import { Notice } from './notice.tsx';

/** Why a form was not taken, read out at once. Nothing when there is no reason. */
export const Refusal = ({ problem }: { problem: string | undefined }) =>
  problem === undefined ? null : (
    <Notice isConcern role="alert">
      <p>{problem}</p>
    </Notice>
  );
