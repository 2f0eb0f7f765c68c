/** A share from 0 to 1 as a bar on one scale. The number beside it says the same. */
export const ShareBar = ({ share }: { share: number }) => (
  <svg className="share-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect width="100" height="10" fill="#eef1f4" />
    <rect width={Math.round(share * 1000) / 10} height="10" fill="#5a7db0" />
  </svg>
);
