import type { CaptureView } from '../views.ts';
import { AboutStep } from './about-step.tsx';
import { AboutYouStep } from './about-you-step.tsx';
import { AccessStep, PhotoStep, PromptsStep } from './further-steps.tsx';
import { ContactFields } from './contact-fields.tsx';
import type { ConversationDraft } from './draft.ts';
import { FeelingStep, GistStep, ReadBackStep, SaidStep, WhoseStep } from './word-steps.tsx';

/** The open question first; everything the organisation would like to know comes after it and may be left out. */
export const capture: CaptureView<ConversationDraft> = {
  blank: (context) => ({
    said: '',
    saidLanguage: context.language,
    gist: '',
    readBack: 'not-done',
    prompts: [],
    services: [],
    themes: [],
    access: [],
    accessNote: '',
  }),
  steps: [
    { id: 'said', View: SaidStep },
    { id: 'gist', View: GistStep },
    { id: 'read-back', View: ReadBackStep },
    { id: 'prompts', View: PromptsStep },
    { id: 'whose', View: WhoseStep, ready: (talk) => talk.voice !== undefined },
    { id: 'feeling', View: FeelingStep },
    { id: 'about', View: AboutStep },
    { id: 'access', View: AccessStep },
    { id: 'photo', View: PhotoStep },
    { id: 'about-you', View: AboutYouStep },
  ],
  consentLayers: ['talk', 'use', 'share', 'voice', 'photo', 'hear-back', 'training', 'press'],
  mustAsk: ['use'],
  consentBefore: 'about-you',
  hearBack: {
    View: ContactFields,
    forget: ({ contact: _gone, ...rest }) => rest,
  },
};
