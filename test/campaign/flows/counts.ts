import { countKey } from '../counts'
import type { Facts } from './facts'
import { endingOf } from './rules/claims'
import type { Story } from './story'

export interface FlowCounts {
  runs: number
  flows: number
  requests: number
  restarts: number
  syncs: number
  events: number
  readonly steps: Record<string, number>
  readonly flowKinds: Record<string, number>
  readonly endings: Record<string, number>
  /** Executed by the locks and the cloud. */
  readonly commands: Record<string, number>
  readonly faults: Record<string, number>
}

export const createFlowCounts = (): FlowCounts => ({
  runs: 0,
  flows: 0,
  requests: 0,
  restarts: 0,
  syncs: 0,
  events: 0,
  steps: {},
  flowKinds: {},
  endings: {},
  commands: {},
  faults: {},
})

export const addFlowCounts = (counts: FlowCounts, { steps }: Story, facts: Facts): void => {
  const { runs, simulator, restarts, syncs, events } = facts
  counts.runs++
  counts.flows += runs.length
  counts.requests += simulator.requests.length
  counts.restarts += restarts
  counts.syncs += syncs.length
  counts.events += events.length
  for (const step of steps) {
    countKey(counts.steps, step.step)
    if (step.step === 'answers')
      countKey(
        counts.faults,
        typeof step.fault === 'string' ? step.fault : JSON.stringify(step.fault),
      )
  }
  for (const run of runs) {
    countKey(counts.flowKinds, run.flow)
    countKey(counts.endings, endingOf(run))
  }
  for (const { command } of simulator.journal) countKey(counts.commands, command)
}
