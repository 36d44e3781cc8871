import type { Facts } from './facts'

/** Turns of the event loop without any activity, after which no work is left at this moment. */
const QUIET_TURNS = 2

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Lets all work run that does not wait for the clock. */
export const settleStory = async (facts: Facts): Promise<void> => {
  const { signatures } = facts
  for (let isQuiet = false; !isQuiet; ) {
    for (let quiet = 0, last = -1; quiet < QUIET_TURNS; last = facts.activity) {
      await nextTurn()
      quiet = facts.activity === last ? quiet + 1 : 0
    }
    const sign = signatures.waiting.shift()
    if (sign !== undefined) {
      signatures.isSigning = true
      sign()
      while (signatures.isSigning) await nextTurn()
    }
    isQuiet = sign === undefined
  }
}
