import { defineConfig } from 'vite';

/** Bundles what runs under Node: one small file to start from, the rest loaded when it is needed. */
export default defineConfig({
  // Small modules by the dozen cost more to find and open than to run: what every command loads is bundled.
  ssr: {
    noExternal: ['commander', 'env-paths', 'is-safe-filename', 'htmlparser2', /^dom/, 'entities'],
  },
  build: {
    ssr: true,
    outDir: 'dist/node',
    target: 'node20',
    sourcemap: true,
    rollupOptions: {
      input: {
        cli: 'src/app/cli.ts',
        'coding-worker': 'src/app/coding-worker.ts',
        'freeze-lexicon': 'src/app/freeze-lexicon.ts',
        bench: 'bench/main.ts',
        train: 'train/main.ts',
        screenshots: 'scripts/screenshots.ts',
      },
      // These two only define things: whoever takes one of them need not load all.
      treeshake: { moduleSideEffects: (id) => !/\/src\/(coder|language)\//.test(id) },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        // What every command needs of the coder, so that those that do not code need not load the rest of it.
        codeSplitting: {
          groups: [
            {
              name: 'record',
              test: /src\/coder\/(input-error|lexicon-error|ontology|record)\.ts$/,
            },
          ],
        },
      },
    },
  },
});
