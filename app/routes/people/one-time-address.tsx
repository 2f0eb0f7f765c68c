import { Notice } from '../../ui/notice.tsx';

export interface MadeAddress {
  readonly address: string;
  /** How long it opens: "seven days". */
  readonly opensFor: string;
  /** It also went out by mail. */
  readonly wasSent: boolean;
}

/** An address to hand over, shown this once. */
export const OneTimeAddress = ({ made, what }: { made: MadeAddress; what: string }) => (
  <Notice role="status">
    <p>
      {made.wasSent
        ? `${what} was sent by e-mail. Should it not arrive, hand this address over yourself:`
        : `Hand this address to them yourself, in a way that only they can read:`}
    </p>
    <p>
      <code className="one-time">{made.address}</code>
    </p>
    <p>It opens once, for {made.opensFor}, and is not shown again. A newer one can be made at any time.</p>
  </Notice>
);
