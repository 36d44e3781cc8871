import { missingGlobals, youngGlobals, youngMembers } from './builtins'
import { TimerPromise } from './timer-promise'

export interface Preparation {
  /** `oldest`: nothing that is younger than ES2017. */
  readonly builtins: 'today' | 'oldest'
  readonly promise: 'native' | 'timers'
  readonly now: () => number
  /** Hears of every use of a global that a mini-program lacks. */
  readonly onTouch: (name: string) => void
}

/** Runs first in the bare host: takes away what an old phone lacks, and sets traps where code must not go. */
export const prepare = (
  all: Record<string, unknown>,
  { builtins, promise, now, onTouch }: Preparation,
): void => {
  Date.now = now
  if (builtins === 'oldest') removeYoung(all)
  if (promise === 'timers') all.Promise = TimerPromise
  for (const name of missingGlobals) {
    const value = all[name]
    Object.defineProperty(all, name, {
      get: () => {
        onTouch(name)
        return value
      },
      configurable: true,
    })
  }
}

const removeYoung = (all: Record<string, unknown>): void => {
  for (const [path, names] of Object.entries(youngMembers)) {
    const owner = path
      .split('.')
      .reduce((object, name) => object[name] as Record<string, unknown>, all)
    for (const name of names) delete owner[name]
  }
  all.Symbol = symbolOfOld()
  for (const name of youngGlobals) delete all[name]
}

/** `Symbol.asyncIterator` cannot be deleted, so the whole of Symbol gives way. */
const symbolOfOld = (): unknown => {
  const FullSymbol = Symbol
  const { iterator, toStringTag, hasInstance, species, toPrimitive, prototype } = FullSymbol
  return Object.assign(
    function OldSymbol(description?: string) {
      return FullSymbol(description)
    },
    { iterator, toStringTag, hasInstance, species, toPrimitive, prototype, for: FullSymbol.for },
  )
}
