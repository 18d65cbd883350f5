import { baseLayers } from '../../src/map/ground/base-layers.ts';
import { paletteOf } from '../../src/map/ground/palette.ts';

/**
 * The least a map of MapLibre can be: the library, its worker, the same tiles out of memory, the same layers, and nothing
 * of ours round it. What our map is held against.
 */
const button = document.querySelector('button');
const bytes = await (await fetch('/liechtenstein.pmtiles')).arrayBuffer();

async function open(): Promise<void> {
  const [{ addProtocol, Map: Ground, setWorkerUrl }, { PMTiles }, worker] = await Promise.all([
    import('maplibre-gl'),
    import('pmtiles'),
    import('maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'),
  ]);
  setWorkerUrl(worker.default);
  const archive = new PMTiles({
    getKey: () => 'bare',
    getBytes: (offset, length) => Promise.resolve({ data: bytes.slice(offset, offset + length) }),
  });
  addProtocol('bare', async ({ url }) => {
    const [z, x, y] = url.slice('bare://'.length).split('/').map(Number);
    const tile = await archive.getZxy(z ?? 0, x ?? 0, y ?? 0);
    return { data: tile?.data ?? new ArrayBuffer(0) };
  });
  const container = document.createElement('div');
  Object.assign(container.style, { position: 'relative', blockSize: '371px' });
  document.body.append(container);
  const palette = paletteOf('day', () => '#a0a0a0');
  const map = new Ground({
    container,
    attributionControl: false,
    fadeDuration: 0,
    bounds: [9.471078, 47.04774, 9.636217, 47.27128],
    style: {
      version: 8,
      sources: { base: { type: 'vector', tiles: ['bare://{z}/{x}/{y}'], minzoom: 0, maxzoom: 14 } },
      layers: baseLayers(['base'], palette, 'day'),
    },
  });
  map.on('idle', () => container.classList.add('drawn'));
}

button?.addEventListener('click', () => void open());
