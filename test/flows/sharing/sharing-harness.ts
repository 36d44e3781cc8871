import { seed } from '../../../simulator'
import { sharing } from '../../../src/flows/sharing/sharing'
import { createHarness, type HarnessOptions } from '../support/flow-harness'
import { settle } from '../support/settle'

export const RECEIVER = 'ay0000000000000guest'
export const input = {
  kind: 'ble',
  times: 'unlimited',
  sharer: seed.members.owner.uid,
  name: 'Jane',
} as const

export const sharingHarness = (options: Partial<HarnessOptions> = {}) => {
  const harness = createHarness({
    lock: seed.locks.frontDoor,
    families: ['mini-program'],
    ...options,
  })
  const flow = sharing(harness.panel, harness.deviceId, harness.options)
  const invite = () => settle(harness.clock, flow.create(input))
  return { ...harness, flow, invite }
}
