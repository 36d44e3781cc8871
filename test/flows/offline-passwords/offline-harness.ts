import { seed } from '../../../simulator'
import { offlinePasswords } from '../../../src/flows/offline-passwords/offline-passwords'
import { createHarness, type HarnessOptions } from '../support/flow-harness'

export const HOUR_MS = 3_600_000
export const MINUTE_MS = 60_000

/** The flow on the front door, at 12:20. */
export const createOfflineHarness = (options: Partial<HarnessOptions> = {}) => {
  const harness = createHarness({ lock: seed.locks.frontDoor, families: ['panel'], ...options })
  harness.clock.advance(20 * MINUTE_MS)
  const type = (pin: string) => harness.simulator.typeCode(harness.deviceId, pin)
  return {
    ...harness,
    type,
    flow: offlinePasswords(harness.panel, harness.deviceId, harness.options),
  }
}
