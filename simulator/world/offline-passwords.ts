import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import type { Lock } from './lock'
import type { OfflinePassword } from './offline-password'
import type { OfflineSupply } from './offline-supply'
import { DIGITS, randomText } from './random-text'

const CODE_LENGTH = 10
const FIRST_ID = 210_000_000

/** A code of the supply of a lock; refused where none is left. */
export const takeCode = ({ random }: Cloud, lock: Lock, kind: keyof OfflineSupply): string => {
  if (lock.offlineSupply[kind] <= 0) return refuse('no more passwords can be added')
  lock.offlineSupply[kind] -= 1
  return randomText(random, CODE_LENGTH, DIGITS)
}

/** Takes a password out of the supply of a lock, which never hears of it. */
export const issueOfflinePassword = (
  cloud: Cloud,
  lock: Lock,
  wanted: Pick<OfflinePassword, 'kind' | 'name' | 'effectiveTime' | 'invalidTime' | 'mobile'>,
  action: string,
): OfflinePassword => {
  const password: OfflinePassword = {
    ...wanted,
    pin: takeCode(cloud, lock, wanted.kind === 'clear-all' ? 'clearAll' : wanted.kind),
    id: String(FIRST_ID + cloud.world.offlinePasswords.length),
    lockId: lock.id,
    revoked: false,
  }
  cloud.world.offlinePasswords.push(password)
  cloud.record({
    deviceId: lock.id,
    order: 'issue-offline-password',
    action,
    detail: { passwordId: password.id, kind: password.kind },
  })
  return password
}

/** A password that was not revoked. */
export const findOfflinePassword = (
  { world }: Cloud,
  lock: Lock,
  passwordId: string,
): OfflinePassword =>
  world.offlinePasswords.find(
    ({ id, lockId, revoked }) => id === passwordId && lockId === lock.id && !revoked,
  ) ?? refuse('no such record', 'pwdId')
