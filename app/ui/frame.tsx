import type { ReactNode } from 'react';
import { LinkButton } from './button.tsx';

export interface FrameVisitor {
  readonly agency: string;
  readonly roles: readonly string[];
  readonly path: string;
}

const places = [
  { path: '/', label: 'Board' },
  { path: '/measures', label: 'Measures' },
  { path: '/published', label: 'Published' },
  { path: '/data', label: 'Data' },
] as const;

const isHere = (path: string, place: string): boolean =>
  place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`);

const roleText = (roles: readonly string[]): string =>
  roles.map((role) => role.charAt(0).toUpperCase() + role.slice(1)).join(', ');

const Places = ({ path }: { path: string }) => (
  <nav aria-label="Rooms">
    <ul>
      {places.map((place) => (
        <li key={place.path}>
          <a href={place.path} aria-current={isHere(path, place.path) ? 'page' : undefined}>
            {place.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Whose = ({ visitor }: { visitor: FrameVisitor }) => (
  <div className="whose">
    <span>
      {visitor.agency} · {roleText(visitor.roles)}
    </span>
    <form method="post" action="/sign-out">
      <LinkButton>Sign out</LinkButton>
    </form>
  </div>
);

/** The frame of every page: skip link, masthead, main, colophon. */
export const Frame = ({ visitor, children }: { visitor: FrameVisitor | null; children: ReactNode }) => (
  <>
    <a className="skip-link" href="#main">
      Skip to the page
    </a>
    <header className="masthead">
      <div className="masthead-inside">
        <a className="brand" href="/" aria-label="Midcourse, the board">
          mid<span>course</span>
        </a>
        {visitor === null ? null : <Places path={visitor.path} />}
        {visitor === null ? null : <Whose visitor={visitor} />}
      </div>
    </header>
    <main id="main" tabIndex={-1}>
      {children}
    </main>
    <footer className="colophon">
      {visitor === null ? null : `${visitor.agency}. `}Midcourse looks at the system. It does not rank, score
      or evaluate anyone.
    </footer>
  </>
);
