import { getSyncableOpmodeTypes } from '../../../../actions/mini-program/door-lock/get-syncable-opmode-types'
import { commaSeparated, name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { allowSync } from '../../../world/allow-sync'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** The bytes of the kinds of unlock methods. */
const typeBytes: Readonly<Record<string, string>> = {
  unlock_password: '01',
  unlock_card: '02',
  unlock_fingerprint: '03',
}

/** No codes means all of them. */
export const getSyncableOpmodeTypesOperation = operation(getSyncableOpmodeTypes, {
  params: { device_id: name, target_standard_dp_codes: commaSeparated },
  handle: (cloud, { device_id, target_standard_dp_codes }) => {
    const lock = lockFor(getSyncableOpmodeTypes, cloud.world, device_id)
    const codes =
      target_standard_dp_codes.length > 0
        ? target_standard_dp_codes
        : Object.keys(typeBytes).filter((code) => Object.hasOwn(lock.dpIds, code))
    const ins = codes
      .map((code) => typeBytes[code] ?? refuse('param is illegal', 'target_standard_dp_codes'))
      .join('')
    return {
      dp_id: lock.dpIds.synch_method ?? refuse('lock type not supported'),
      distributed: allowSync(cloud, lock, getSyncableOpmodeTypes.name, { codes }),
      ins,
    }
  },
  sampled: { envelope: 'bare' },
})
