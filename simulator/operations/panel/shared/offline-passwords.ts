import type { Cloud } from '../../../cloud'
import type { Lock } from '../../../world/lock'
import type { OfflinePassword, OfflineSupply } from '../../../world/offline-passwords'

/** The numbers of the kinds in this family. */
export const kindOfType = { '0': 'multiple', '1': 'once', '9': 'clear-all' } as const
export const types = ['0', '1', '9'] as const
export const suppliedTypes = ['0', '1', '8', '9'] as const

/** 8 is the code that clears one password. */
export const supplyOfType = {
  '0': 'multiple',
  '1': 'once',
  '8': 'clearOne',
  '9': 'clearAll',
} as const satisfies Record<(typeof suppliedTypes)[number], keyof OfflineSupply>

export const offlinePasswordsOf = (
  { world }: Cloud,
  lock: Lock,
  kind: OfflinePassword['kind'],
): readonly OfflinePassword[] =>
  world.offlinePasswords.filter(
    (password) => password.lockId === lock.id && password.kind === kind && !password.revoked,
  )

export const offlineRow = (password: OfflinePassword) => ({
  pwdId: password.id,
  pwdName: password.name,
  gmtStart: password.effectiveTime,
  gmtExpired: password.invalidTime,
})
