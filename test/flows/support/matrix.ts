import { isSdkError } from '../../../src/core/errors/sdk-error'
import { type FaultName, faultNames } from './fault-plan'
import type { Scenario } from './scenario'
import { type Outcome, outcomeOf, pass } from './settle'
import { createStage } from './stage'
import { faultsOfRun } from './verdict'

export interface Cell {
  readonly step: string
  readonly fault: FaultName
  /** `ok`, or the error by its kind. */
  readonly end: string
  /** What must not be; nothing, if all is well. */
  readonly wrong: readonly string[]
}

export interface Matrix {
  readonly scenario: Scenario
  /** What the clean run sent. */
  readonly steps: readonly string[]
  /** What is wrong with the clean run. */
  readonly wrong: readonly string[]
  readonly cells: readonly Cell[]
}

/** Reports that come late, and timers of a sync window, are over by then. */
const AFTERWARDS_MS = 60_000

/** Runs a flow once without a fault, then once for each fault at each step. */
export const matrixOf = async (scenario: Scenario): Promise<Matrix> => {
  const clean = await run(scenario)
  const cells: Cell[] = []
  for (const [index, step] of clean.steps.entries())
    for (const fault of faultNames) {
      const { outcome, wrong } = await run(scenario, { step: index, fault }, clean.orders)
      cells.push({ step, fault, end: endOf(outcome), wrong })
    }
  const failed = 'error' in clean.outcome ? [`it failed: ${String(clean.outcome.error)}`] : []
  return { scenario, steps: clean.steps, wrong: [...failed, ...clean.wrong], cells }
}

const run = async (
  scenario: Scenario,
  plan?: { readonly step: number; readonly fault: FaultName },
  cleanOrders?: ReturnType<typeof createStage>['simulator']['journal'],
) => {
  const stage = createStage(scenario.stage)
  const { clock, simulator, panel } = stage
  const preparing = await outcomeOf(clock, Promise.resolve(scenario.prepare?.(stage)))
  if ('error' in preparing) throw preparing.error
  const before = simulator.journal.length
  stage.begin(plan)
  const outcome = await outcomeOf(clock, scenario.run(stage))
  const steps = [...stage.steps]
  await pass(clock, AFTERWARDS_MS)
  panel.close()
  const orders = simulator.journal.slice(before)
  const wrong = [
    ...faultsOfRun(stage, outcome, orders, cleanOrders ?? orders),
    ...faultOfCheck(() => scenario.check?.(stage, outcome)),
  ]
  return { outcome, steps, orders, wrong }
}

const faultOfCheck = (check: () => void): readonly string[] => {
  try {
    check()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

const endOf = (outcome: Outcome<unknown>): string => {
  if ('value' in outcome) return 'ok'
  const { error } = outcome
  if (!isSdkError(error)) return 'nameless'
  if ('reason' in error && error.kind === 'lock') return String(error.reason)
  return 'code' in error ? `${error.kind} ${String(error.code)}` : error.kind
}
