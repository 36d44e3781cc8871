import { defineAction } from '../../../src/core/action'
import { flag } from '../../shared'
import { panelParams } from '../shared/panel-params'

/**
 * Unlocks or locks a Zigbee lock remotely. The lock reports `remote_result` when it has executed the command.
 *
 * Confidence B (clients): in a demo of the vendor; its result was not seen.
 */
export const remotepwdExecute = defineAction({
  name: 'tuya.m.zigbee.lock.remotepwd.execute',
  family: 'panel',
  version: '1.0',
  safety: 'once',
  check: 'tuya.m.scale.history.list',
  locks: ['zigbee'],
  params: panelParams({
    required: {
      /** True unlocks, false locks. */
      open: flag(),
    },
  }),
  result: flag(),
})
