import { CONSENT_VERSION, type Consent, type ConsentAnswer, type ConsentLayer } from '../../domain/consent.ts';
import type { MediaRole } from '../../domain/envelope.ts';

/** How a question is being asked when the worker says nothing else. */
export interface AskingNow {
  /** BCP 47 tag of the screen. */
  readonly language: string;
  readonly interpreted: boolean;
  /** Wall clock, ISO 8601. */
  readonly now: string;
}

/** The first answer makes the consent; each later one is put beside it. Other answers never change. */
export function withAnswer(
  consent: Consent | null,
  layer: ConsentLayer,
  answer: ConsentAnswer,
  asking: AskingNow,
): Consent {
  const before = consent ?? {
    version: CONSENT_VERSION,
    answers: {},
    how: 'spoken' as const,
    language: asking.language,
    interpreted: asking.interpreted,
  };
  return { ...before, answers: { ...before.answers, [layer]: answer }, at: asking.now };
}

/**
 * The layers to ask on the consent screen, in the kind's order. "Talk" was asked before the first question. Voice and
 * photo are asked only where there is one, or where they were asked already. After a no to "use" nothing more.
 */
export function layersToAsk(
  layers: readonly ConsentLayer[],
  consent: Consent | null,
  captured: ReadonlySet<MediaRole>,
): readonly ConsentLayer[] {
  const answers = consent?.answers ?? {};
  if (answers.use === 'no') return layers.filter((layer) => layer === 'use');
  return layers.filter((layer) => {
    if (layer === 'talk') return false;
    if (layer === 'voice' || layer === 'photo') return captured.has(layer) || answers[layer] !== undefined;
    return true;
  });
}
