import { build } from 'vite';

// The web app, from src/web into dist/web.
await build({ configFile: `${import.meta.dirname}/../vite.config.ts` });
