import type { ReactNode } from 'react';
import { LinkButton } from './button.tsx';

export interface FrameVisitor {
  readonly agency: string;
  /** Roles and places in words. */
  readonly who: string;
  /** The rooms this person may enter, in their order. */
  readonly rooms: readonly { readonly path: string; readonly label: string }[];
  readonly path: string;
}

const isHere = (path: string, place: string): boolean =>
  place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`);

/** The nearest of the rooms one is in: `/data/fixes` is a room within `/data`. */
const roomOf = ({ path, rooms }: FrameVisitor): string | undefined =>
  rooms
    .map((room) => room.path)
    .filter((place) => isHere(path, place))
    .toSorted((a, b) => a.length - b.length)
    .at(-1);

const Places = (visitor: FrameVisitor) => (
  <nav aria-label="Rooms">
    <ul>
      {visitor.rooms.map((place) => (
        <li key={place.path}>
          <a href={place.path} aria-current={place.path === roomOf(visitor) ? 'page' : undefined}>
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
      {visitor.agency} · {visitor.who}
    </span>
    <a href="/account">Account</a>
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
        {visitor === null ? null : <Places {...visitor} />}
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
