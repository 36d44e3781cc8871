import type { JournalEntry } from '../../../simulator'
import { isSdkError } from '../../../src/core/errors/sdk-error'
import { violationsOf } from './check-run'
import { type FaultName, type FaultPlan, faultNames } from './fault-plan'
import { createHarness } from './flow-harness'
import type { Scenario } from './scenario'
import { type Outcome, outcomeOf, pass } from './settle'

/** One run of a scenario with one fault. */
interface FaultRun {
  readonly step: string
  readonly fault: FaultName
  /** `ok`, or the kind of the error. */
  readonly outcome: string
  /** The rules that the run violates. */
  readonly violations: readonly string[]
}

export interface FaultMatrix {
  readonly scenario: Scenario
  /** The steps of the run without a fault. */
  readonly steps: readonly string[]
  /** The rules that the run without a fault violates. */
  readonly violations: readonly string[]
  readonly runs: readonly FaultRun[]
}

/** Late reports have arrived and the timers of a sync window have fired after this time. */
const AFTERWARDS_MS = 60_000

/** Runs a scenario once without a fault, then once for each fault at each step. */
export const runFaultMatrix = async (scenario: Scenario): Promise<FaultMatrix> => {
  const clean = await run(scenario)
  const runs: FaultRun[] = []
  for (const [index, step] of clean.steps.entries())
    for (const fault of faultNames) {
      const plan = { step: index, fault }
      const { outcome, violations } = await run(scenario, plan, clean.commands)
      runs.push({ step, fault, outcome: labelOf(outcome), violations })
    }
  const failed = 'error' in clean.outcome ? [`it failed: ${String(clean.outcome.error)}`] : []
  return { scenario, steps: clean.steps, violations: [...failed, ...clean.violations], runs }
}

const run = async (
  scenario: Scenario,
  plan?: FaultPlan,
  cleanCommands?: readonly JournalEntry[],
) => {
  const harness = createHarness(scenario.harness)
  const { clock, simulator, panel } = harness
  const preparing = await outcomeOf(clock, Promise.resolve(scenario.prepare?.(harness)))
  if ('error' in preparing) throw preparing.error
  const before = simulator.journal.length
  harness.begin(plan)
  const outcome = await outcomeOf(clock, scenario.run(harness))
  const steps = [...harness.steps]
  await pass(clock, AFTERWARDS_MS)
  panel.close()
  const commands = simulator.journal.slice(before)
  const violations = [
    ...violationsOf(harness, outcome, commands, cleanCommands ?? commands),
    ...violationOfCheck(() => scenario.check?.(harness, outcome)),
  ]
  return { outcome, steps, commands, violations }
}

const violationOfCheck = (check: () => void): readonly string[] => {
  try {
    check()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

const labelOf = (outcome: Outcome<unknown>): string => {
  if ('value' in outcome) return 'ok'
  const { error } = outcome
  if (!isSdkError(error)) return 'not an SdkError'
  if ('reason' in error && error.kind === 'lock') return String(error.reason)
  return 'code' in error ? `${error.kind} ${String(error.code)}` : error.kind
}
