import type { LngLat, MappedGrade } from '../domain/place-grid.ts';

/**
 * Where this tablet is, asked once at a tap. The exact position stays inside the adapter: what comes out is the middle of
 * a cell of the grade.
 */
export interface Position {
  /** Throws Problem('position-refused' | 'position-unknown'). Never asks again by itself, never in the background. */
  here(grade: MappedGrade): Promise<LngLat>;
}
