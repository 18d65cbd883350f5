import type { Deps } from '../deps.ts';
import type { Endpoint } from '../endpoint.ts';
import { accountEndpoints } from './account.ts';
import { auditEndpoint } from './audit.ts';
import { inboxEndpoints } from './inbox.ts';
import { mapUploadEndpoints } from './map-uploads.ts';
import { mapEndpoints } from './maps.ts';
import { mediaPlaybackEndpoint } from './media.ts';
import { organisationEndpoints } from './organisation.ts';
import { peopleEndpoints } from './people.ts';
import { placeEndpoints } from './places.ts';
import { quarantineEndpoints } from './quarantine.ts';
import { soundEndpoints } from './sounds.ts';
import { surveyAssetEndpoints } from './survey-assets.ts';
import { surveyFileEndpoints } from './survey-files.ts';
import { surveyResultsEndpoints } from './survey-results.ts';
import { surveyEndpoints } from './surveys.ts';
import { tabletEndpoints } from './tablets.ts';
import { withdrawEndpoint } from './withdraw.ts';

/** Everything the staff desk may ask. */
export function deskEndpoints(deps: Deps): readonly Endpoint[] {
  return [
    ...accountEndpoints(deps),
    ...peopleEndpoints(deps),
    ...organisationEndpoints(deps),
    ...inboxEndpoints(deps),
    withdrawEndpoint(deps),
    ...quarantineEndpoints(deps),
    mediaPlaybackEndpoint(deps),
    ...tabletEndpoints(deps),
    ...placeEndpoints(deps),
    ...soundEndpoints(deps),
    ...surveyAssetEndpoints(deps),
    ...surveyFileEndpoints(deps),
    ...surveyResultsEndpoints(deps),
    ...surveyEndpoints(deps),
    ...mapUploadEndpoints(deps),
    ...mapEndpoints(deps),
    auditEndpoint(deps),
  ];
}
