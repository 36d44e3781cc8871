import { missingGlobals, newerGlobals, newerMembers } from './builtins'
import { TimerPromise } from './timer-promise'

export interface Preparation {
  /** `oldest`: nothing newer than ES2017. */
  readonly builtins: 'today' | 'oldest'
  readonly promise: 'native' | 'timers'
  readonly now: () => number
  /** Called for every access to a global that a mini-program lacks. */
  readonly onTouch: (name: string) => void
}

/** Runs first in the bare host: removes what an old phone lacks, and traps globals that code must not use. */
export const prepare = (
  all: Record<string, unknown>,
  { builtins, promise, now, onTouch }: Preparation,
): void => {
  Date.now = now
  if (builtins === 'oldest') removeNewer(all)
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

const removeNewer = (all: Record<string, unknown>): void => {
  for (const [path, names] of Object.entries(newerMembers)) {
    const owner = path
      .split('.')
      .reduce((object, name) => object[name] as Record<string, unknown>, all)
    for (const name of names) delete owner[name]
  }
  all.Symbol = symbolOfOld()
  for (const name of newerGlobals) delete all[name]
}

/** `Symbol.asyncIterator` cannot be deleted, so this replaces the whole Symbol. */
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
