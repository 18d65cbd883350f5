import type { CaptureView } from '../views.ts';
import { AboutStep, ServicesStep } from './about-step.tsx';
import { AboutYouStep } from './about-you-step.tsx';
import { AccessStep, PhotoStep, PromptsStep } from './further-steps.tsx';
import { ContactFields } from './contact-fields.tsx';
import type { ConversationDraft } from './draft.ts';
import { FeelingStep, GistStep, ReadBackStep, RespondentStep, SaidStep, WhoseStep } from './word-steps.tsx';

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
    { id: 'gist', View: GistStep, empty: (talk) => talk.gist === '' },
    { id: 'read-back', View: ReadBackStep },
    { id: 'prompts', View: PromptsStep, empty: (talk) => talk.prompts.length === 0 },
    { id: 'whose', View: WhoseStep, ready: (talk) => talk.voice !== undefined },
    { id: 'respondent', View: RespondentStep, empty: (talk) => talk.respondent === undefined },
    { id: 'feeling', View: FeelingStep },
    { id: 'about', View: AboutStep },
    { id: 'services', View: ServicesStep, empty: (talk) => talk.services.length === 0 },
    { id: 'access', View: AccessStep, empty: (talk) => talk.access.length === 0 && talk.accessNote === '' },
    { id: 'photo', View: PhotoStep },
    { id: 'about-you', View: AboutYouStep },
  ],
  together: [
    [
      { step: 'said', as: 'bare' },
      { step: 'photo', as: 'fold' },
    ],
    [
      { step: 'read-back', as: 'bare' },
      { step: 'whose', as: 'bare' },
      { step: 'gist', as: 'fold' },
      { step: 'respondent', as: 'fold' },
    ],
    [
      { step: 'about', as: 'bare' },
      { step: 'feeling', as: 'heading' },
      { step: 'services', as: 'fold' },
      { step: 'access', as: 'fold' },
      { step: 'prompts', as: 'fold' },
    ],
  ],
  consentLayers: ['talk', 'use', 'share', 'voice', 'photo', 'hear-back', 'training', 'press'],
  mustAsk: ['use'],
  consentBefore: 'about-you',
  interpreter: {
    asked: ({ access }) => access.includes('bsl-interpreter'),
    ask: (talk) =>
      talk.access.includes('bsl-interpreter') ? talk : { ...talk, access: [...talk.access, 'bsl-interpreter'] },
  },
  hearBack: {
    View: ContactFields,
    forget: ({ contact: _gone, ...rest }) => rest,
  },
};
