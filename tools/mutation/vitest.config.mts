import { defineConfig } from 'vitest/config'
import { lockpanelSources } from '../../examples/panel-web-sources.mts'

/**
 * The tests of one folder, each file with modules of its own: with shared modules, Stryker takes a mutant that only the first
 * test file reaches for one that survives.
 */
export default defineConfig({
  resolve: { alias: lockpanelSources },
  test: {
    include: (process.env.MUTATION_TESTS ?? '')
      .split(',')
      .map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`)),
    // It compiles the sources, which Stryker has changed.
    exclude: ['test/transports/wx-typings.test.ts'],
    setupFiles: ['tools/mutation/fixed-inputs.ts'],
    testTimeout: 20_000,
  },
})
