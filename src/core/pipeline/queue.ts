import type { Call, Priority, Stage } from './call'

type WaitingCalls = Map<() => void, Call>

/**
 * Limits the number of open requests. User calls go before background calls; otherwise first in, first out.
 *
 * A freed slot is never given to a call that is already ending: one signal, one deadline or the end of the panel ends
 * many calls one after the other, and a waiting command must not be sent in between. Such a call keeps its place, because
 * a call that several callers share continues if one of them has more time.
 */
export const queue = (maxOpen: number, isEnding: (call: Call) => boolean): Stage => {
  const waiting: Readonly<Record<Priority, WaitingCalls>> = {
    user: new Map(),
    background: new Map(),
  }
  let open = 0
  let isStarting = false

  const takeNext = (): (() => void) | undefined => {
    if (open >= maxOpen) return undefined
    for (const calls of [waiting.user, waiting.background])
      for (const [start, call] of calls)
        if (!isEnding(call)) {
          calls.delete(start)
          return start
        }
    return undefined
  }
  /** A loop, because a transport that answers synchronously would otherwise nest a thousand waiting calls. */
  const startWaiting = () => {
    if (isStarting) return
    isStarting = true
    try {
      for (let start = takeNext(); start !== undefined; start = takeNext()) start()
    } finally {
      isStarting = false
    }
  }
  const release = () => {
    open--
    startWaiting()
  }

  return (next) => (call, subscriber) => {
    const start = () => {
      open++
      next(call, subscriber)
      // After the request itself is torn down, so that `maxOpen` is never exceeded.
      subscriber.add(release)
    }
    if (open < maxOpen) return start()
    const calls = waiting[call.options.priority ?? 'user']
    calls.set(start, call)
    subscriber.add(() => calls.delete(start))
    // After the call has its place: a listener may end another call, which frees a slot.
    call.emit({ type: 'queued' })
  }
}
