import type { ReferenceStore } from '../ports/reference-store.ts';

/** Whether a map that this tablet is to hold has this piece: one may be taken off it while its pieces come. */
export async function isWantedPiece(reference: Pick<ReferenceStore, 'baseMaps'>, sha256: string): Promise<boolean> {
  return (await reference.baseMaps()).some(({ pieces }) => pieces.some((piece) => piece.sha256 === sha256));
}
