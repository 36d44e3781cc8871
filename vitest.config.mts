import { require as requireTypeScript } from 'tsx/cjs/api'
import { defineConfig, type Plugin } from 'vitest/config'
import { lockpanelSources } from './examples/panel-web-sources.mts'
import { PlainReporter } from './test/support/plain-reporter.mts'

/** Loaded only on demand, because it loads all actions. */
const generatedReaders = (): Plugin =>
  requireTypeScript('./scripts/readers/plugin.ts', import.meta.url).generatedReaders(
    import.meta.dirname,
  )

export default defineConfig({
  // `READERS=generated` tests the sources with the readers that the build adds to the actions.
  plugins: process.env.READERS === 'generated' ? [generatedReaders()] : [],
  // The server of the example imports the package by its name.
  resolve: { alias: lockpanelSources },
  test: {
    include: ['test/**/*.test.ts'],
    // Tests that compile wait for the compiler, and for other tests on a machine with few cores.
    testTimeout: 60_000,
    // Test files share their modules and one global object for each thread: loading them again for each of 300 files took
    // as long as half of the tests. So a test that changes something global must change it back.
    isolate: false,
    pool: 'threads',
    maxWorkers: '100%',
    reporters: ['default', new PlainReporter()],
  },
})
