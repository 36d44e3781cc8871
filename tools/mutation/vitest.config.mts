import { defineConfig } from 'vitest/config'
import { lockpanelSources } from '../../examples/panel-web-sources.mts'

/** The tests that `scripts/mutation/bundle-tests.ts` has bundled. */
export default defineConfig({
  resolve: { alias: lockpanelSources },
  test: {
    include: ['.cache/mutation-tests/*.test.mjs'],
    server: { deps: { external: [/\/bundle\.mjs$/] } },
    testTimeout: 20_000,
  },
})
