import { seed } from '../../../simulator'
import { offlinePasswords } from '../../../src/flows/offline-passwords/offline-passwords'
import { createStage, type StageOptions } from '../support/stage'

export const HOUR_MS = 3_600_000
export const MINUTE_MS = 60_000

/** The front door at twenty past twelve, and the flow on it. */
export const offlineStage = (options: Partial<StageOptions> = {}) => {
  const stage = createStage({ lock: seed.locks.frontDoor, families: ['panel'], ...options })
  stage.clock.advance(20 * MINUTE_MS)
  const type = (digits: string) => stage.simulator.typeCode(stage.deviceId, digits)
  return { ...stage, type, flow: offlinePasswords(stage.panel, stage.deviceId, stage.options) }
}
