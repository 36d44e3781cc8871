import { seed } from '../../../simulator'
import { sharing } from '../../../src/flows/sharing/sharing'
import { createHarness, type HarnessOptions } from '../support/flow-harness'
import { settle } from '../support/settle'

export const RECEIVER = 'ay0000000000000guest'
export const wanted = {
  kind: 'ble',
  times: 'unlimited',
  sharer: seed.members.owner.uid,
  name: 'Jane',
} as const

export const sharingStage = (options: Partial<HarnessOptions> = {}) => {
  const stage = createHarness({
    lock: seed.locks.frontDoor,
    families: ['mini-program'],
    ...options,
  })
  const flow = sharing(stage.panel, stage.deviceId, stage.options)
  const invite = () => settle(stage.clock, flow.create(wanted))
  return { ...stage, flow, invite }
}
