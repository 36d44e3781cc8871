import { describeRun, type Facts } from '../facts'
import { flowKinds } from '../flow-kinds'

/** Each flow ends within its bound. */
export const checkBounds = ({ runs, clock, findings }: Facts): void => {
  for (const run of runs) {
    const { boundMs = 0 } = flowKinds[run.flow] ?? {}
    const until = run.state === 'running' ? clock.now() : run.endedAt
    if (until > run.startedAt + boundMs)
      findings.add(`${describeRun(run)} is open after ${boundMs / 1000} s`)
  }
}

/** Nothing is left of flows that have ended. */
export const checkLeftovers = ({ timers, listeners, findings }: Facts, when: string): void => {
  if (timers.now > 0) findings.add(`${timers.now} timers are left ${when}`)
  if (listeners.now > 0) findings.add(`${listeners.now} listeners are left ${when}`)
}
