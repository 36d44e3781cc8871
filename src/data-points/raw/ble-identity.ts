import { hexText } from './byte-field'
import { secretField } from './layout'

/** The app or an accessory; `ffff` if not distinguished. */
export const masterId = hexText(2)
/** The lock: `dev_unlock_id` of `doorLock.getIssuedConfig`. */
export const slaveId = hexText(2)
/** The random number that identifies the master: `ins` of `doorLock.getIssuedConfig`. A secret: it is sufficient to unlock. */
export const bleRandom = /*#__PURE__*/ secretField(hexText(8))

/** By what a lock refuses a master. */
export const bleRefusals = {
  'wrong-master': 0x02,
  'wrong-slave': 0x03,
  'wrong-random': 0x04,
  'wrong-operation': 0x05,
} as const
