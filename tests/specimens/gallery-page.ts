import { servePage } from '../helpers/serve-page.ts';

/** Builds the gallery as a page of its own, as it would be shipped, and serves it on a free port. */
export function serveGallery(): ReturnType<typeof servePage> {
  return servePage('tests/specimens/page.html');
}
