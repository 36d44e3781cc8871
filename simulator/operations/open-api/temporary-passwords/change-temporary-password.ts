import { changeTemporaryPassword } from '../../../../actions/open-api/temporary-passwords/change-temporary-password'
import { name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { changePassword } from '../../../world/change-password'
import { findUndeletedPassword } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { radioOf } from '../../../world/phase'
import { spendTicket } from '../../../world/tickets'
import { changeOf } from '../../mini-program/door-lock/modify-temporary-password'
import { passwordParams } from '../../mini-program/shared/temporary-password'
import { operation } from '../../operation'
import { passwordPath } from '../shared/temporary-password'

/** The vendor's page names Bluetooth locks, which document 001 gives no new PIN. */
export const changeTemporaryPasswordOperation = operation(changeTemporaryPassword, {
  params: { ...passwordParams, ...passwordPath, name },
  handle: (cloud, params) => {
    const lock = lockFor(changeTemporaryPassword, cloud.world, params.device_id)
    if (radioOf(lock) === 'zigbee' && params.type === undefined) refuse('param is empty', 'type')
    const { sessionKey } = spendTicket(cloud, lock.id, params.ticket_id)
    const password = findUndeletedPassword(cloud.world, lock, params.password_id)
    const change = { ...changeOf(params), encryptedPin: params.password, sessionKey }
    changePassword(cloud, lock, password, change, changeTemporaryPassword.name)
    return true
  },
})
