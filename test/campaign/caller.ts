import type { AnyCalls } from '../../src/core/calls'
import type { SdkError } from '../../src/core/errors/sdk-error'
import type { Panel } from '../../src/core/panel/panel'
import { handledActions, pagesAction, plainActions } from './actions'
import { type CallFacts, type Facts, type Run, SECRET } from './facts'
import { checkOutcome } from './rules/outcome'
import type { CallStep, Reaction } from './story'

export interface Caller {
  readonly facts: Facts
  readonly panel: Panel<AnyCalls>
  readonly signals: readonly object[]
  readonly react: (call: CallFacts, place: Reaction['place']) => void
}

export const paramsOf = (script: CallStep, note: string): Record<string, unknown> => ({
  device_id: script.device,
  note,
  details: { list: [1, { deep: note }], text: 'unchanged' },
  ...(script.class.endsWith('sync') && script.codes !== '' && { codes: script.codes }),
  ...(script.class === 'ticket' && { ticket_id: `${SECRET}-${note}` }),
})

export const optionsOf = (script: CallStep, { signals }: Caller) => {
  const { deadlineMs, timeoutMs, maxAttempts, signal, background } = script
  return {
    ...(deadlineMs !== undefined && { deadlineMs }),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(maxAttempts !== undefined && {
      retry: maxAttempts === 1 ? (false as const) : { maxAttempts },
    }),
    ...(signal !== undefined && { signal: signals[signal] as never }),
    ...(background && { priority: 'background' as const }),
  }
}

export const newCall = (caller: Caller, script: CallStep, isPages: boolean): CallFacts => {
  const { calls } = caller.facts
  const note = `c${calls.length + 1}`
  const actions = script.handler === undefined ? plainActions : handledActions
  const call: CallFacts = {
    note,
    class: isPages ? 'pages' : script.class,
    action: isPages ? pagesAction : actions[script.class],
    script,
    expected: paramsOf(script, note),
    runs: [],
    requests: [],
    requestIds: new Set(),
    openHandlers: 0,
    reactionsLeft: script.reaction === undefined ? 0 : 2,
    startRun: () => {},
    unsubscribe: () => {},
  }
  calls.push(call)
  caller.facts.callOfNote.set(note, call)
  return call
}

export const newRun = ({ facts }: Caller, call: CallFacts): Run => {
  const startedAt = facts.clock.now()
  const run: Run = {
    startedAt,
    state: 'running',
    endedAt: Number.POSITIVE_INFINITY,
    value: undefined,
    error: undefined,
    notifications: [],
  }
  call.runs.push(run)
  return run
}

/** Notes the end of a run, lets the rules judge it, then runs the code of the app. */
export const observerOf = (caller: Caller, call: CallFacts, run: Run) => {
  const { facts, react } = caller
  const end = (state: 'done' | 'failed') => {
    if (run.state === 'running') run.state = state
    run.endedAt = Math.min(run.endedAt, facts.clock.now())
    checkOutcome(facts, call, run)
  }
  return {
    next: (value: unknown) => {
      if (run.state === 'unsubscribed') return
      run.notifications.push('next')
      run.value = value
      end('done')
      react(call, 'next')
    },
    error: (error: unknown) => {
      run.notifications.push('error')
      run.error = error as SdkError
      end('failed')
      react(call, 'error')
    },
    complete: () => {
      if (run.state === 'unsubscribed') return
      run.notifications.push('complete')
      react(call, 'complete')
    },
  }
}
