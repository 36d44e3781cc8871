import { describe, expect, it } from 'vitest'
import { scenarios } from './scenarios'
import { runFaultMatrix } from './support/fault-matrix'

describe('fault matrix', () => {
  it.each(
    scenarios.map((scenario) => [`${scenario.flow}, over ${scenario.over}`, scenario] as const),
  )(
    '%s: succeeds or fails with an SdkError for every fault at every step, and under every condition',
    async (_, scenario) => {
      const { steps, violations, runs, conditionRuns } = await runFaultMatrix(
        scenario,
        scenario.isBrief,
      )
      expect(violations).toEqual([])
      expect(steps.length).toBeGreaterThan(0)
      expect(
        runs
          .filter((run) => run.violations.length > 0)
          .map(
            (run) => `${run.fault} at ${run.step} (${run.outcome}): ${run.violations.join('; ')}`,
          ),
      ).toEqual([])
      expect(conditionRuns.filter((run) => run.violations.length > 0)).toEqual([])
    },
    60_000,
  )
})
