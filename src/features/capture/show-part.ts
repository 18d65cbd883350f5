/**
 * Brings the part of a screen into sight that still asks for something: on a long screen a press on Next would otherwise
 * seem to do nothing. `end`: what stands at the end of it, clear of the bar.
 */
export function showPart(step: string, block: 'start' | 'end' = 'start'): void {
  document.querySelector(`[data-part="${CSS.escape(step)}"]`)?.scrollIntoView({ block });
}
