/** A QR code from rows of 0 and 1: always dark on white, left to right, whatever the theme, so that cameras read it. */
export function QrPicture({ rows, label }: { rows: string; label: string }) {
  const lines = rows.split('\n').filter((row) => row !== '');
  const size = lines.length;
  return (
    <figure aria-label={label}>
      <svg class="desk-qr" viewBox={`0 0 ${size} ${size}`} aria-hidden="true" shapeRendering="crispEdges">
        <rect width={size} height={size} fill="#ffffff" />
        {lines.map((row, y) =>
          darkRuns(row).map(({ x, width }) => (
            <rect key={`${x} ${y}`} x={x} y={y} width={width} height={1} fill="#000000" />
          )),
        )}
      </svg>
    </figure>
  );
}

/** Neighbouring dark squares as one: far fewer shapes to draw. */
function darkRuns(row: string): Array<{ x: number; width: number }> {
  return [...row.matchAll(/1+/g)].map((run) => ({ x: run.index, width: run[0].length }));
}
