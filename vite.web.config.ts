import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Bundles the workbench that `tightrope serve` hands to the browser. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4870' } },
});
