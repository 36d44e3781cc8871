import { defineConfig } from 'vitest/config'
import { PlainReporter } from './test/support/plain-reporter.mts'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    reporters: ['default', new PlainReporter()],
  },
})
