import { passwordFreeOpen } from '../../../../actions/mini-program/door-lock/password-free-open'
import { name, optionalText } from '../../../checks/values'
import { runWhenAwake } from '../../../hardware/schedule'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { openRemotely } from '../../../world/open-bolt'
import { recordBolt } from '../../../world/record-bolt'
import { spendTicket } from '../../../world/tickets'
import { operation } from '../../operation'

export const passwordFreeOpenOperation = operation(passwordFreeOpen, {
  params: { device_id: name, ticket_id: name, channel_id: optionalText },
  handle: (cloud, { device_id, ticket_id, channel_id }) => {
    const lock = lockFor(passwordFreeOpen, cloud.world, device_id)
    spendTicket(cloud, lock.id, ticket_id)
    if (!lock.remoteUnlock.remoteUnlockWithoutPwd) return refuse('status does not allow it')
    if (!lock.online) return refuse('device is offline')
    runWhenAwake(cloud, lock, () => {
      const entry = { command: 'unlock', action: passwordFreeOpen.name, detail: {} } as const
      recordBolt(cloud, lock, entry, () => openRemotely(cloud, lock, channel_id))
    })
    return true
  },
})
