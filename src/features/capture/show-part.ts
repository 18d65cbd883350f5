/**
 * Brings the part of a screen into sight that still asks for something: on a long screen a press on Next would otherwise
 * seem to do nothing.
 */
export function showPart(step: string): void {
  document.querySelector(`[data-part="${CSS.escape(step)}"]`)?.scrollIntoView({ block: 'start' });
}
