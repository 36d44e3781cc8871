import { vi } from 'vitest'

/** Lets all promises run that do not wait for a clock. The first `import()` of a module takes any number of turns. */
export const flushPromises = async (): Promise<void> => {
  await new Promise((resolve) => setImmediate(resolve))
  await vi.dynamicImportSettled()
}
