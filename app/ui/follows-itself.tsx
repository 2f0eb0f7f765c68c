/**
 * Keeps a page that reports progress up to date: a small script where scripts run, a reload every few seconds where they
 * do not (a reload takes the place of a reader's cursor, so it is the second choice).
 */
export const FollowsItself = () => (
  <>
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
    <span data-follow="" hidden />
    <script src="/follow-progress.js" type="module" />
  </>
);
