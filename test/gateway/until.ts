const LONGEST_MS = 30_000

/** Polls a condition of another process. */
export const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  const startedAt = Date.now()
  while (!(await condition())) {
    if (Date.now() - startedAt > LONGEST_MS) throw new Error('the condition did not become true')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
