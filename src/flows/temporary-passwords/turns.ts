import { oneByOne } from '../shared/one-by-one'
import { perLock } from '../shared/per-lock'

/**
 * What makes or changes passwords of a lock takes turns, whoever asks: a lost answer is made good by what the list shows
 * next, and of two orders at a time nothing there would tell which one it was.
 */
export const turnsOf = /*#__PURE__*/ perLock(oneByOne)

export type InTurn = ReturnType<typeof turnsOf>
