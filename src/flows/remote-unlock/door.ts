import { createEmitter, type Emitter } from '../../core/panel/emitter'
import { type Attempt, type AttemptControl, startAttempt } from '../shared/attempt'
import type { PanelOfLock } from '../shared/lock-options'

/** What is under way at one door; the `wish` tells a double tap from another order. */
interface Order {
  readonly wish: string
  attempt?: Attempt<never, unknown>
}

/** One lock, as all flows of a panel see it. */
export interface Door {
  order?: Order
  /** Tells that whoever asked at the door has had an answer. */
  readonly answered: Emitter<void>
}

/** By the panel and the lock, so that two `lock(panel, id)` of one panel never send two orders for one wish. */
const doorsOf = /*#__PURE__*/ new WeakMap<object, Map<string, Door>>()

export const doorOf = ({ apiRequest }: PanelOfLock, deviceId: string): Door => {
  const doors = doorsOf.get(apiRequest) ?? new Map<string, Door>()
  doorsOf.set(apiRequest, doors)
  const door = doors.get(deviceId) ?? { answered: createEmitter() }
  doors.set(deviceId, door)
  return door
}

/**
 * Starts an order, unless one is under way: the attempt of the same wish is given again, and for another wish what
 * `busy` makes. An order that is cancelled makes room at once; what it has not sent then it never sends.
 */
export const onlyOrder = <Step extends { readonly step: string }, Result>(
  door: Door,
  wish: string,
  work: (control: AttemptControl<Step>) => Promise<Result>,
  busy: () => Error,
): Attempt<Step, Result> => {
  if (door.order !== undefined)
    return door.order.wish === wish
      ? (door.order.attempt as Attempt<Step, Result>)
      : startAttempt(() => Promise.reject(busy()))
  const order: Order = { wish }
  const release = () => {
    if (door.order === order) delete door.order
  }
  door.order = order
  const { state$, done, cancel } = startAttempt<Step, Result>(async (control) => {
    try {
      return await work(control)
    } finally {
      // Before anybody hears of the end: the next order may follow at once.
      release()
    }
  })
  const attempt = {
    state$,
    done,
    cancel: () => {
      release()
      cancel()
    },
  }
  order.attempt = attempt as Attempt<never, unknown>
  return attempt
}
