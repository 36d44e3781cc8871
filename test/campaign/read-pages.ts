import { type Caller, newCall, newRun, observerOf, paramsOf } from './caller'
import { spoil } from './handlers'
import type { CallStep } from './story'

/** Asks for several pages at once. */
export const readPages = (caller: Caller, script: CallStep, nextCount: number): void => {
  const call = newCall(caller, script, true)
  Object.assign(call.expected, { page_size: 2 })
  const params = { ...paramsOf(script, call.note), page_no: 1, page_size: 2 }
  const pages = caller.panel.pages(call.action.name, params as never)
  spoil(params)
  let last: Promise<unknown> = Promise.resolve()
  for (let count = 0; count < nextCount; count++) {
    const run = newRun(caller, call)
    run.startedAt = count === 0 ? run.startedAt : Number.POSITIVE_INFINITY
    const { next, error } = observerOf(caller, call, run)
    const ended = pages.next().then(({ done, value }) => {
      if (done !== true) return next(value)
      run.state = 'done'
      run.endedAt = caller.facts.clock.now()
    }, error)
    last.then(() => {
      run.startedAt = Math.min(run.startedAt, caller.facts.clock.now())
    })
    last = ended
  }
}
