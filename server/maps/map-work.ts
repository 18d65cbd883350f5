import type { Log } from '../http/log.ts';
import { describeThrown } from '../http/log.ts';
import type { Blobs } from '../ports/blobs.ts';
import type { Store } from '../ports/store.ts';
import { tidyMaps } from './keep-map.ts';
import { createMapMaker, type MapMaker } from './maker.ts';
import { createMapUploads, type MapUploads } from './uploads.ts';

/** What the desk does with base maps, beside its requests. */
export interface MapWork {
  /** Where the files lie that maps are cut from. */
  readonly folder: string;
  readonly maker: MapMaker;
  readonly uploads: MapUploads;
  /** Removes what was cut off: half a map, half an upload, a removal that did not end. */
  tidy(): Promise<void>;
}

export function createMapWork(deps: {
  readonly store: Pick<Store, 'maps'>;
  readonly blobs: Blobs;
  readonly folder: string;
  readonly log: Log;
  readonly now: () => Date;
}): MapWork {
  const uploads = createMapUploads(deps);
  const maker = createMapMaker(deps);
  return {
    folder: deps.folder,
    maker,
    uploads,
    async tidy() {
      try {
        await tidyMaps(deps, maker.busy());
        await uploads.tidy(deps.now());
      } catch (thrown) {
        deps.log.warn('maps-not-tidied', describeThrown(thrown));
      }
    },
  };
}
