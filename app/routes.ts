/** Every URL, in reading order. */
import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('routes/board/board.tsx'),
  route('measures', 'routes/measures/measures.tsx'),
  route('measures/:slug.csv', 'routes/measures/measure-csv.ts'),
  route('measures/:slug.json', 'routes/measures/measure-json.ts'),
  route('measures/:slug', 'routes/measures/measure.tsx'),
  route('measures/:slug/records', 'routes/measures/measure-records.tsx'),
  route('measures/:slug/records.csv', 'routes/measures/measure-records-csv.ts'),
  route('published', 'routes/published/published.tsx'),
  route('data', 'routes/data/data.tsx'),
  route('data/upload', 'routes/data/upload.ts'),
  route('data/imports/:id', 'routes/data/import-progress.tsx'),
  route('data/versions/:number', 'routes/data/version.tsx'),
  route('data/versions/:number/problems.csv', 'routes/data/problems-csv.ts'),
  route('sign-in', 'routes/session/sign-in.tsx'),
  route('sign-in/code', 'routes/session/sign-in-code.tsx'),
  route('sign-out', 'routes/session/sign-out.ts'),
  route('set-up/:secret', 'routes/session/set-up.tsx'),
] satisfies RouteConfig;
