import type { Cell } from '../../places/layout.ts';

/** The nearest taken cell in the direction of an arrow key, or null: another key, or nothing that way. */
export function nextCell(key: string, from: Cell, cells: readonly Cell[], rightToLeft: boolean): Cell | null {
  const way = {
    ArrowRight: [rightToLeft ? -1 : 1, 0],
    ArrowLeft: [rightToLeft ? 1 : -1, 0],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
  }[key];
  if (way === undefined) return null;
  const [across = 0, down = 0] = way;
  const ahead = cells
    .map((cell) => {
      const [dx, dy] = [cell.column - from.column, cell.row - from.row];
      const along = dx * across + dy * down;
      const aside = Math.abs(dx * down) + Math.abs(dy * across);
      return { cell, along, far: along + aside * 3 };
    })
    .filter(({ along }) => along > 0)
    .sort((a, b) => a.far - b.far);
  return ahead[0]?.cell ?? null;
}
