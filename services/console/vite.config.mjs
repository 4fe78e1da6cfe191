import { fileURLToPath } from 'node:url';

/** What stands in the built page where the server puts a fresh nonce each time; services/api/console/ knows the same word. */
const NONCE_PLACEHOLDER = '__SHELFGATE_NONCE__';

/** Where `npx vite services/console` finds a running API. */
const API = process.env.SHELFGATE_API ?? 'http://127.0.0.1:8080';

/** The page as a static bundle below /console/. JSX needs no plugin: the bundler's own transform reads tsconfig.json. */
export default {
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: fileURLToPath(new URL('../../dist/console', import.meta.url)),
    emptyOutDir: true,
    // A font or a picture inside a style sheet would need `data:` in the policy of the page.
    assetsInlineLimit: 0,
    target: 'es2023',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // Written for frameworks that render on a server; here there is none.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
      output: {
        // A page's file is called after its folder; all of them would be `page-….js` otherwise.
        chunkFileNames: ({ facadeModuleId, name }) => {
          const page = /[\\/]pages[\\/]([\w-]+)[\\/]page\.tsx$/.exec(facadeModuleId ?? '')?.[1];
          return `assets/${page ?? name}-[hash].js`;
        },
        codeSplitting: {
          groups: [
            // Changes with dependencies only: browsers keep it from one release of ours to the next.
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
  server: { port: 5173, strictPort: true, proxy: { '/v1': API, '/rules': API, '/docs': API } },
};
