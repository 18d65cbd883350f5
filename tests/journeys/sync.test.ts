import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDevice } from '../helpers/journey/device.ts';
import { type Place, aPlace } from '../helpers/journey/place.ts';
import { aConversation, aNote } from '../helpers/journey/what-was-said.ts';

describe('one voice, from a tablet to the desk', { timeout: 60_000 }, () => {
  let place: Place;
  beforeAll(async () => {
    place = await aPlace();
  }, 60_000);
  afterAll(() => place.close(), 60_000);

  it('arrives whole, with its photo and its voice', async () => {
    const device = aDevice(place);
    await device
      .offline()
      .captures(aConversation('The lift is broken.').withPhoto().withVoice(), aNote())
      .goesOnline()
      .sendsAll();
    const items = await place.inboxShows((all) => all.length === 2 && all.every((one) => one.mediaMissing === 0));
    expect(items.map((one) => one.headline).sort()).toEqual(['Damp in the hall.', 'The lift is broken.']);
  });
});
