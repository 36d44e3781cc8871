import { getIssuedConfig } from '../../../../actions/mini-program/door-lock/get-issued-config'
import { name } from '../../../checks/values'
import { renamed } from '../../../quirks/fields'
import { refuse } from '../../../refusal'
import { bleSessionOf, issueRandom, setRandomCommand, unlockIdOf } from '../../../world/ble'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const getIssuedConfigOperation = operation(getIssuedConfig, {
  params: { device_id: name },
  handle: (cloud, { device_id }) => {
    const lock = lockFor(getIssuedConfig, cloud.world, device_id)
    const session = bleSessionOf(lock)
    const random = issueRandom(cloud, session)
    const unlockId = unlockIdOf(cloud, lock)
    const command = setRandomCommand(unlockId, random)
    return {
      lock_random: {
        dev_unlock_id: unlockId,
        dp_id: lock.dpIds.check_code_set ?? refuse('lock type not supported'),
        wake_up_ins: command,
        distributed: !session.randomIsSet,
        ins: random,
      },
      lock_record: {
        dp_id: lock.dpIds.record ?? refuse('lock type not supported'),
        distributed: session.recordsWaiting,
        ins: command,
      },
    }
  },
  sampled: { quirks: [renamed('lock_record', 'dp_id', 'dpId')] },
})
