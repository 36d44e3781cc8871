/** A command of the page, while it runs and after it failed. */
export interface CommandState {
  readonly isRunning: boolean
  readonly error: unknown
}

export const idle: CommandState = { isRunning: false, error: undefined }

/** Runs one command at a time, so that a double tap sends one; reports the failure. */
export const createCommand = (report: (state: CommandState) => void) => {
  let isRunning = false
  return async (work: () => Promise<void>): Promise<void> => {
    if (isRunning) return
    isRunning = true
    report({ isRunning, error: undefined })
    try {
      await work()
      report(idle)
    } catch (error) {
      report({ isRunning: false, error })
    } finally {
      isRunning = false
    }
  }
}
