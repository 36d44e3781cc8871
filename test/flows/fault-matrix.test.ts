import { describe, expect, it } from 'vitest'
import { scenarios } from './scenarios'
import { matrixOf } from './support/matrix'

describe('the fault matrix', () => {
  it.each(
    scenarios.map((scenario) => [`${scenario.flow}, over ${scenario.over}`, scenario] as const),
  )(
    '%s: every fault at every step ends well, or in a named error',
    async (_, scenario) => {
      const { steps, wrong, cells } = await matrixOf(scenario)
      expect(wrong).toEqual([])
      expect(steps.length).toBeGreaterThan(0)
      expect(
        cells
          .filter((cell) => cell.wrong.length > 0)
          .map(
            ({ step, fault, end, wrong: why }) => `${fault} at ${step} (${end}): ${why.join('; ')}`,
          ),
      ).toEqual([])
    },
    60_000,
  )
})
