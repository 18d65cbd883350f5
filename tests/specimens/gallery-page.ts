import type { AddressInfo } from 'node:net';
import { createServer, type ViteDevServer } from 'vite';

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gallery</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><script type="module" src="/tests/specimens/page.tsx"></script></body></html>`;

/** Serves the gallery from the sources on a free port. */
export async function serveGallery(): Promise<{ url: string; close: () => Promise<void> }> {
  const server: ViteDevServer = await createServer({
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    appType: 'custom',
    cacheDir: 'node_modules/.vite-gallery',
    plugins: [
      {
        name: 'gallery-page',
        configureServer(dev) {
          dev.middlewares.use((request, response, next) => {
            if (request.url?.startsWith('/gallery') !== true) return next();
            response.setHeader('content-type', 'text/html');
            response.end(HTML);
          });
        },
      },
    ],
  });
  await server.listen();
  const { port } = server.httpServer?.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/gallery`, close: () => server.close() };
}
