import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MapTiles } from '../../map/map-props.ts';

/** Reads the base maps that lie on this tablet. The map is fetched with them, when somebody opens it. */
export type LoadTiles = () => Promise<readonly MapTiles[]>;

const MapLoan = createContext<LoadTiles>(async () => []);
/** Lends the parts of a record the base maps: they lie in stores that parts do not know. */
export const MapLender = MapLoan.Provider;
export const useLoadTiles = (): LoadTiles => useContext(MapLoan);
