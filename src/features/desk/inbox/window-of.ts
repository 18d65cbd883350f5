/** Which lines of a long list are worth drawing: those in view and some above and below. All lengths in CSS pixels. */
export interface ListWindow {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
}

export function windowOf(view: {
  count: number;
  lineHeight: number;
  /** How far the top of the list is above the top of what can be seen; negative when it is below. */
  scrolled: number;
  viewHeight: number;
  spare?: number;
}): ListWindow {
  const { count, lineHeight, scrolled, viewHeight, spare = 8 } = view;
  if (lineHeight <= 0) return { first: 0, last: Math.min(count, spare * 2) };
  const first = Math.floor(scrolled / lineHeight) - spare;
  const last = Math.ceil((scrolled + viewHeight) / lineHeight) + spare;
  return { first: Math.max(0, Math.min(first, count)), last: Math.max(0, Math.min(last, count)) };
}
