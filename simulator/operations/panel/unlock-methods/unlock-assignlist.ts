import { unlockAssignlist } from '../../../../actions/panel/unlock-methods/unlock-assignlist'
import { lockFor } from '../../../world/lock-for'
import { methodIdOf } from '../../../world/unlock-methods'
import { operation } from '../../operation'
import { deviceParams } from '../shared/params'
import { unassignedOf } from '../shared/unlock-methods'

/** The unassigned methods, grouped by data point. */
export const unlockAssignlistOperation = operation(unlockAssignlist, {
  params: deviceParams,
  handle: ({ world }, { devId }) => {
    const lock = lockFor(unlockAssignlist, world, devId)
    const methods = unassignedOf(lock)
    return [...new Set(methods.map(({ dpCode }) => dpCode))].map((code) => ({
      opmode: String(lock.dpIds[code] ?? 0),
      unlockInfo: methods
        .filter(({ dpCode }) => dpCode === code)
        .map((method) => ({ unlockId: methodIdOf(lock, method), unlockName: method.name })),
    }))
  },
  sampled: { envelope: 'bare' },
})
