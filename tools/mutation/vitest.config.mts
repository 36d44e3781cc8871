import { defineConfig } from 'vitest/config'
import { lockpanelSources } from '../../examples/panel-web-sources.mts'

export default defineConfig({
  resolve: { alias: lockpanelSources },
  test: {
    include: ['tools/mutation/all.test.ts'],
    setupFiles: ['tools/mutation/fixed-inputs.ts'],
    testTimeout: 20_000,
  },
})
