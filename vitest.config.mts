import { require as requireTypeScript } from 'tsx/cjs/api'
import { defineConfig, type Plugin } from 'vitest/config'
import { PlainReporter } from './test/support/plain-reporter.mts'

/** Loaded only on demand, because it loads all actions. */
const generatedReaders = (): Plugin =>
  requireTypeScript('./scripts/readers/plugin.ts', import.meta.url).generatedReaders(
    import.meta.dirname,
  )

export default defineConfig({
  // `READERS=generated` tests the sources with the readers that the build adds to the actions.
  plugins: process.env.READERS === 'generated' ? [generatedReaders()] : [],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    reporters: ['default', new PlainReporter()],
  },
})
