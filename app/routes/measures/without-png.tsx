import { NotFound } from '../../platform/errors.ts';
import { findBySlug } from '../../rooms/measures/public.ts';
import { signedIn } from '../page.ts';
import type { Route } from './+types/without-png';

export const meta: Route.MetaFunction = () => [{ title: 'No PNG here · Midcourse' }];

export const loader = signedIn(async ({ params, url }) => {
  const definition = findBySlug(params.slug ?? '');
  if (!definition) throw new NotFound('There is no measure of this name.');
  return { title: definition.title, slug: definition.slug, search: url.search };
});

export default function WithoutPng({ loaderData: { title, slug, search } }: Route.ComponentProps) {
  return (
    <div className="page state">
      <h1>A PNG cannot be made on this server</h1>
      <dl>
        <dt>What happened</dt>
        <dd>PNG pictures are made with Chromium, and none is installed where Midcourse runs.</dd>
        <dt>What is safe</dt>
        <dd>The chart, its figures and its table are as they were.</dd>
        <dt>What you can do</dt>
        <dd>
          Take the same picture <a href={`/measures/${slug}.svg${search}`}>as SVG</a>: it opens in any
          browser, and in documents and slides. Or go back to{' '}
          <a href={`/measures/${slug}${search}`}>{title}</a>.
        </dd>
        <dt>Who can change it</dt>
        <dd>
          Whoever runs Midcourse here: install the package <code>chromium</code>, or set{' '}
          <code>MIDCOURSE_CHROMIUM</code> to where it is.
        </dd>
      </dl>
    </div>
  );
}
