/** Every URL, in reading order. */
import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('routes/board/board.tsx'),
  route('sign-in', 'routes/session/sign-in.tsx'),
  route('sign-out', 'routes/session/sign-out.ts'),
] satisfies RouteConfig;
