import type { JournalEntry } from '../../../simulator'
import { isSdkError } from '../../../src/core/errors/sdk-error'
import { openOf, violationsOf } from './check-run'
import { applyCondition, type Condition, conditionsOf } from './conditions'
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

/** One run of a scenario under one condition. */
interface ConditionRun {
  readonly condition: string
  /** `ok`, or the kind of the error. */
  readonly outcome: string
  readonly violations: readonly string[]
}

export interface FaultMatrix {
  readonly scenario: Scenario
  /** The steps of the run without a fault. */
  readonly steps: readonly string[]
  /** The rules that the run without a fault violates. */
  readonly violations: readonly string[]
  readonly runs: readonly FaultRun[]
  readonly conditionRuns: readonly ConditionRun[]
}

/** Late reports have arrived and the timers of a sync window have fired after this time. */
const AFTERWARDS_MS = 60_000

const briefFaults: readonly FaultName[] = ['drop-after']

/** Runs a scenario once without a fault, then once for each fault at each step, and once under each condition. */
export const runFaultMatrix = async (scenario: Scenario, isBrief = false): Promise<FaultMatrix> => {
  const clean = await run(scenario)
  const runs: FaultRun[] = []
  for (const [index, step] of clean.steps.entries())
    for (const fault of isBrief ? briefFaults : faultNames) {
      const plan = { step: index, fault }
      const { outcome, violations } = await run(scenario, plan, clean.commands)
      runs.push({ step, fault, outcome: labelOf(outcome), violations })
    }
  return {
    scenario,
    steps: clean.steps,
    violations: [...failureOf(clean.outcome), ...clean.violations],
    runs,
    conditionRuns: isBrief ? [] : await runConditions(scenario, clean),
  }
}

/** Runs a scenario once under each condition that concerns it. */
const runConditions = async (
  scenario: Scenario,
  { steps, commands }: Awaited<ReturnType<typeof run>>,
): Promise<readonly ConditionRun[]> => {
  const runs: ConditionRun[] = []
  for (const condition of conditionsOf(scenario, steps)) {
    const { outcome, violations } = await run(scenario, undefined, commands, condition)
    runs.push({
      condition: condition.name,
      outcome: labelOf(outcome),
      violations:
        condition.expects === 'succeeds' ? [...failureOf(outcome), ...violations] : violations,
    })
  }
  return runs
}

const failureOf = (outcome: Outcome<unknown>): readonly string[] =>
  'error' in outcome ? [`it failed: ${String(outcome.error)}`] : []

const run = async (
  scenario: Scenario,
  plan?: FaultPlan,
  cleanCommands?: readonly JournalEntry[],
  condition?: Condition,
) => {
  const harness = createHarness(scenario.harness)
  const { afterPreparation = false } = condition ?? {}
  if (condition !== undefined && !afterPreparation) applyCondition(condition, harness)
  const { clock, simulator, panel } = harness
  const preparing = await outcomeOf(clock, Promise.resolve(scenario.prepare?.(harness)))
  if ('error' in preparing) throw preparing.error
  const before = simulator.journal.length
  if (condition !== undefined && afterPreparation) applyCondition(condition, harness)
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
  if (condition?.expects === 'ends')
    return { outcome, steps, commands, violations: openOf(harness) }
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
