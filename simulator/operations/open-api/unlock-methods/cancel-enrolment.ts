import { cancelEnrolment } from '../../../../actions/open-api/unlock-methods/cancel-enrolment'
import { name } from '../../../checks/values'
import { cancelEnrolment as cancelAtLock } from '../../../hardware/cloud-enrolment'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { dpCodeOf, unlockTypeOrRemote } from '../shared/unlock-method-params'

export const cancelEnrolmentOperation = operation(cancelEnrolment, {
  params: { device_id: name, unlock_type: unlockTypeOrRemote },
  handle: (cloud, { device_id, unlock_type }) => {
    const lock = lockFor(cancelEnrolment, cloud.world, device_id)
    if (!lock.online) return refuse('device is offline')
    const dpCode = dpCodeOf(unlock_type)
    if (lock.enrolment?.dpCode !== dpCode) return refuse('status does not allow it', 'unlock_type')
    cloud.record({
      deviceId: lock.id,
      command: 'cancel-enrolment',
      action: cancelEnrolment.name,
      reached: 'lock',
      detail: { dpCode },
    })
    cancelAtLock(cloud, lock, lock.enrolment)
    return true
  },
})
