import type { Family } from '../../../src/core/action'
import { methods } from '../../../src/entries/flows/methods'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { createHarness, type HarnessOptions } from '../support/flow-harness'

/** A harness, and the flow for its lock. */
export const methodHarness = (
  lock: HarnessOptions['lock'],
  family: Family | readonly Family[],
  more: Partial<HarnessOptions> = {},
  options: Partial<LockOptions> = {},
) => {
  const families = typeof family === 'string' ? [family] : family
  const harness = createHarness({ lock, families, ...more })
  const flow = methods(harness.panel, harness.deviceId, { ...harness.options, ...options })
  return { harness, flow }
}
