/** Limits the load on a cloud that is down: a retry costs a token, a success returns a tenth of one. */
export interface RetryBudget {
  /** False if there is no token. */
  readonly take: () => boolean
  readonly refill: () => void
}

export const createRetryBudget = (tokens = 10): RetryBudget => {
  // Counted in tenths, because ten times 0.1 is less than 1.
  let tenths = tokens * 10
  return {
    take: () => {
      if (tenths < 10) return false
      tenths -= 10
      return true
    },
    refill: () => {
      tenths = Math.min(tokens * 10, tenths + 1)
    },
  }
}
