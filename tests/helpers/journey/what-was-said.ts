import type { MediaRole } from '../../../src/domain/envelope.ts';
import { SAID_YES } from '../captures.ts';

/** What somebody said, before it is sealed on a tablet. */
export interface WhatWasSaid {
  readonly kind: string;
  readonly body: Record<string, unknown>;
  readonly consent: typeof SAID_YES | null;
  readonly files: readonly {
    readonly role: MediaRole;
    readonly mime: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
  }[];
  readonly receiptCode: string | null;
  readonly entityId: string | null;
  readonly amends: string | null;
  withPhoto(bytes?: number): WhatWasSaid;
  withVoice(bytes?: number): WhatWasSaid;
  withCode(code: string): WhatWasSaid;
  amending(what: { opId: string; entityId: string }): WhatWasSaid;
}

type Facts = Omit<WhatWasSaid, 'withPhoto' | 'withVoice' | 'withCode' | 'amending'>;

function said(facts: Facts): WhatWasSaid {
  const withFile = (role: MediaRole, mime: string, length: number) =>
    said({ ...facts, files: [...facts.files, { role, mime, bytes: someBytes(length) }] });
  return {
    ...facts,
    withPhoto: (length = 3_000) => withFile('photo', 'image/webp', length),
    withVoice: (length = 5_000) => withFile('voice', 'audio/webm', length),
    withCode: (receiptCode) => said({ ...facts, receiptCode }),
    amending: ({ opId, entityId }) => said({ ...facts, amends: opId, entityId }),
  };
}

const NOTHING = { consent: SAID_YES, files: [], receiptCode: null, entityId: null, amends: null };

export function aConversation(words = 'The lift has been broken since spring.'): WhatWasSaid {
  return said({
    ...NOTHING,
    kind: 'conversation',
    body: {
      said: words,
      saidLanguage: 'en',
      gist: '',
      voice: 'own',
      readBack: 'right',
      prompts: [],
      services: [],
      themes: [],
      access: [],
      accessNote: '',
    },
  });
}

export function aNote(words = 'Damp in the hall.'): WhatWasSaid {
  return said({
    ...NOTHING,
    kind: 'quick-note',
    body: { theme: 'damp', feeling: 'worried', voice: 'own', said: words },
  });
}

/** To a survey that ships with the app: whether they are signed up with a doctor, and no words. */
export function surveyAnswers(answer: 'yes' | 'no' = 'yes'): WhatWasSaid {
  const surveyId = 'getting-to-see-a-doctor';
  const given = { outcome: 'answered', voice: 'own', language: 'en', readingMode: 'standard' };
  return said({
    ...NOTHING,
    kind: 'survey-response',
    body: {
      surveyId,
      version: 1,
      family: surveyId,
      title: 'Getting to see a doctor',
      mode: 'hand-over',
      voice: 'own',
      ended: 'finished',
      stoppedAt: null,
      answers: [{ ...given, code: 'E2', type: 'choose-one', value: { code: answer } }],
      languages: ['en'],
      need: null,
      people: null,
    },
  });
}

/** Of a kind that no version of the server knows yet. */
export function somethingFromTheFuture(): WhatWasSaid {
  return said({ ...NOTHING, kind: 'moon-phase', body: { phase: 'full' } });
}

/** Bytes that do not repeat, so that no part can stand for another. */
function someBytes(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(length, at + 65_536)));
  return bytes;
}
