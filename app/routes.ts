/** Every URL, in reading order. */
import { index, type RouteConfig } from '@react-router/dev/routes';

export default [index('routes/board/board.tsx')] satisfies RouteConfig;
