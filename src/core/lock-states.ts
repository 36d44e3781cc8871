/**
 * The state that flows keep for a lock is a part of its panel. A registered symbol, because a program can load this
 * package twice, by `import` and by `require`, and both copies must see the command that one of them has sent. The number
 * is the version of the format.
 */
const LOCK_STATES: unique symbol = Symbol.for('lockpanel.lockStates.1')

type States = Map<string, Record<string, unknown>>

interface WithStates {
  [LOCK_STATES]?: States
}

/** Adds the states to a panel and to its `apiRequest`, so that `{ ...panel }` and a panel of its methods have them too. */
export const withLockStates = <P extends { readonly apiRequest: unknown }>(panel: P): P => {
  const states: States = new Map()
  define(panel.apiRequest as object, states)
  return Object.assign(panel, { [LOCK_STATES]: states })
}

/** The state with this name for one lock, which all flows of the panel share; created on the first call. */
export const lockState = <T>(
  panel: { readonly apiRequest: unknown },
  deviceId: string,
  name: string,
  create: () => T,
): T => {
  const states = statesOf(panel)
  const ofLock = states.get(deviceId) ?? {}
  states.set(deviceId, ofLock)
  if (!(name in ofLock)) ofLock[name] = create()
  return ofLock[name] as T
}

const statesOf = (panel: { readonly apiRequest: unknown }): States => {
  const apiRequest = panel.apiRequest as WithStates
  // A panel that an app wraps by its own has the states on one of the two.
  const existing = (panel as WithStates)[LOCK_STATES] ?? apiRequest[LOCK_STATES]
  if (existing !== undefined) return existing
  const states: States = new Map()
  define(apiRequest, states)
  return states
}

const define = (target: object, states: States): void => {
  Object.defineProperty(target, LOCK_STATES, { value: states })
}
