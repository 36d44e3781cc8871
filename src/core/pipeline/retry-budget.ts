/** Keeps a panel from hammering a cloud that is down: a retry costs a token, a success earns a tenth of one. */
export interface RetryBudget {
  /** False when no token is left. */
  readonly take: () => boolean
  readonly give: () => void
}

export const createRetryBudget = (tokens = 10): RetryBudget => {
  // Counted in tenths: ten times 0.1 is less than 1.
  let tenths = tokens * 10
  return {
    take: () => {
      if (tenths < 10) return false
      tenths -= 10
      return true
    },
    give: () => {
      tenths = Math.min(tokens * 10, tenths + 1)
    },
  }
}
