import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';
import { useUnlocked } from '../../app/session.ts';
import type { PlayerLending } from '../../player/player-props.ts';
import type { PlaceChoice } from '../../questions/views.ts';
import { withAnswer } from '../../record-parts/consent/answers.ts';
import type { DraftKeeper } from '../../record-parts/keeping/draft-keeper.ts';
import { useKeeper } from '../../record-parts/keeping/use-keeper.ts';
import { isHandedOver } from '../survey-ending.ts';
import { usePictures } from './use-pictures.ts';
import { answerMediaOf } from './answer-media.tsx';
import { Contact } from './contact.tsx';
import { answeringOf } from './use-open-answering.ts';

/** Everything the player is lent: consent that is kept beside the answers, photos and voices, places, own pictures. */
export function useLending(keeper: DraftKeeper, beside?: (code: string) => VNode): PlayerLending {
  const services = useServices();
  const { visit } = useUnlocked();
  const draft = useKeeper(keeper);
  const media = useMemo(() => answerMediaOf(keeper), [keeper]);
  const places = usePlaces();
  const pictureUrl = usePictures();
  const stamp = draft.visit ?? visit?.stamp ?? null;
  return {
    consent: {
      answers: draft.consent?.answers ?? {},
      shielded: stamp?.grade === 'shielded',
      onAnswer: async (layer, answer) => {
        const state = answeringOf(keeper);
        const asking = {
          language: state.language,
          interpreted: stamp?.interpreter?.atConsent ?? false,
          now: new Date(services.clock.wallMs()).toISOString(),
        };
        keeper.change((now) => {
          const given = withAnswer(now.consent, layer, answer, asking);
          const how = isHandedOver(state) ? 'pictures' : state.mode === 'paper' ? 'written' : given.how;
          const body = layer === 'hear-back' && answer === 'no' ? { ...answeringOf(keeper), contact: null } : now.body;
          return { ...now, body, consent: { ...given, how, language: asking.language } };
        });
        await keeper.flush();
      },
    },
    media,
    places,
    pictureUrl,
    ...(beside === undefined ? {} : { beside }),
    // A number is written by the worker; in a person's own hands there is nobody to write it.
    Contact,
  };
}

/** Places of the directory. A hidden place is never offered by its name. */
function usePlaces(): readonly PlaceChoice[] {
  const { reference } = useServices();
  const [places, show] = useState<readonly PlaceChoice[]>([]);
  useEffect(() => {
    let here = true;
    const read = async (): Promise<void> => {
      const venues = await reference.venues().catch(() => []);
      const open = venues.filter(({ grade }) => grade !== 'shielded');
      if (here) show(open.map(({ venueId, placeName }) => ({ id: venueId, name: placeName })));
    };
    void read();
    return () => {
      here = false;
    };
  }, [reference]);
  return places;
}
