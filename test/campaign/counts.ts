import { type Facts, isCommand } from './facts'
import type { OutcomeKind, Story } from './story'

export interface Counts {
  runs: number
  calls: number
  subscriptions: number
  requests: number
  /** Requests of `once` actions that a lock executed. */
  commandsAtLock: number
  readonly steps: Record<string, number>
  readonly outcomes: Record<string, number>
}

export const createCounts = (): Counts => ({
  runs: 0,
  calls: 0,
  subscriptions: 0,
  requests: 0,
  commandsAtLock: 0,
  steps: {},
  outcomes: {},
})

const notExecuted: readonly (OutcomeKind | 'aborted' | undefined)[] = [
  'refused',
  'busy',
  'denied',
  'offline',
]

export const countKey = (record: Record<string, number>, key: string): void => {
  record[key] = (record[key] ?? 0) + 1
}

export const addCounts = (counts: Counts, { steps }: Story, facts: Facts): void => {
  counts.runs++
  counts.calls += facts.calls.length
  counts.requests += facts.requests.length
  for (const step of steps) countKey(counts.steps, step.step)
  for (const { call, end, arrivedAt } of facts.requests)
    if (isCommand(call) && arrivedAt !== undefined && !notExecuted.includes(end))
      counts.commandsAtLock++
  for (const { runs } of facts.calls) {
    counts.subscriptions += runs.length
    for (const { state, error } of runs) countKey(counts.outcomes, error?.kind ?? state)
  }
}
