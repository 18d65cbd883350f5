import { snap } from '../../domain/place-grid.ts';
import { Problem } from '../../domain/problems.ts';
import type { Position } from '../../ports/position.ts';

/** Under a roof without signal a first fix takes long; a worker at a door does not wait longer than this. */
const WAIT_MS = 30_000;
const REFUSED = 1;

/**
 * Where the tablet is, by its own satellite receiver. The exact position lives in here for as long as it takes to find its
 * cell: it is neither kept nor told, and the browser is asked not to hold on to one either.
 */
export function createBrowserPosition(geolocation: Geolocation | undefined = navigator.geolocation): Position {
  return {
    here: (grade) =>
      new Promise((resolve, reject) => {
        if (geolocation === undefined) return reject(new Problem('position-unknown'));
        geolocation.getCurrentPosition(
          ({ coords }) => {
            try {
              resolve(snap(grade, coords.longitude, coords.latitude));
            } catch {
              // The cause would say where: it stays unsaid.
              reject(new Problem('position-unknown'));
            }
          },
          ({ code }) => reject(new Problem(code === REFUSED ? 'position-refused' : 'position-unknown')),
          // Without signal only the satellites know.
          { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 0 },
        );
      }),
  };
}
