/** Photos and recordings in one record: what the sealed record allows. */
export const MAX_MEDIA = 32;
