import type { Cloud } from '../cloud'
import { acceptsDynamicPassword } from '../world/dynamic-password'
import { passwordOpensNow } from '../world/find-password'
import type { Lock } from '../world/lock'
import type { OfflinePassword } from '../world/offline-passwords'
import { openBolt } from '../world/open-bolt'
import { raiseAlarm } from '../world/report'
import type { TemporaryPassword } from '../world/temporary-password'
import { wake } from './schedule'

/** The result of typed digits: the lock opens, clears offline passwords, or rejects them. */
export type KeypadAnswer = 'opened' | 'cleared' | 'wrong'

/** Document 001: a multiple-use password must be used within a day of its start. */
const FIRST_USE_MS = 24 * 3_600_000
const ONE_TIME = 1

/** Digits are typed at the door. No network is needed for that. */
export const typeAtKeypad = (cloud: Cloud, lock: Lock, digits: string): KeypadAnswer => {
  wake(cloud, lock)
  const answer =
    enterTemporary(cloud, lock, digits) ??
    enterLocal(cloud, lock, digits) ??
    enterDynamic(cloud, lock, digits) ??
    (isT0Set(lock) ? enterOffline(cloud, lock, digits) : undefined)
  if (answer === undefined) raiseAlarm(cloud, lock, 'alarm_lock', 'wrong_password')
  return answer ?? 'wrong'
}

const enterTemporary = (cloud: Cloud, lock: Lock, digits: string): KeypadAnswer | undefined => {
  const password: TemporaryPassword | undefined = cloud.world.temporaryPasswords.find(
    (one) => one.lockId === lock.id && one.pin === digits && passwordOpensNow(cloud, lock, one),
  )
  if (password === undefined) return undefined
  if (password.type === ONE_TIME) password.state = 'deleted'
  return open(cloud, lock, 'unlock_temporary', password.id)
}

/** A password that the cloud does not know. */
const enterLocal = (cloud: Cloud, lock: Lock, digits: string): KeypadAnswer | undefined => {
  const { localPasswords } = lock
  const at = localPasswords.findIndex(
    (one) => one.pin === digits && passwordOpensNow(cloud, lock, { ...one, state: 'sent' }),
  )
  const password = localPasswords[at]
  if (password === undefined) return undefined
  if (password.isOnce) localPasswords.splice(at, 1)
  return open(cloud, lock, 'unlock_temporary', String(password.sn))
}

const enterDynamic = (cloud: Cloud, lock: Lock, digits: string): KeypadAnswer | undefined =>
  acceptsDynamicPassword(lock, digits, cloud.now())
    ? open(cloud, lock, 'unlock_dynamic', '0')
    : undefined

const open = (cloud: Cloud, lock: Lock, type: string, value: string): KeypadAnswer => {
  openBolt(cloud, lock, { type, value })
  return 'opened'
}

const enterOffline = (cloud: Cloud, lock: Lock, digits: string): KeypadAnswer | undefined => {
  const onLock = cloud.world.offlinePasswords.filter(({ lockId }) => lockId === lock.id)
  const nowS = cloud.now() / 1000
  const cleared = onLock.find(
    ({ clearingCode, clearingCodeEndsAt = 0 }) =>
      clearingCode === digits && nowS < clearingCodeEndsAt,
  )
  if (cleared !== undefined) return clear(lock, [cleared])
  const password = onLock.find((one) => one.pin === digits && isAccepted(one, cloud.now()))
  if (password === undefined) return undefined
  password.firstUsedAtMs ??= cloud.now()
  if (password.kind === 'clear-all') return clear(lock, onLock)
  return open(cloud, lock, 'unlock_offline_pd', password.id)
}

const isAccepted = (
  { kind, effectiveTime, invalidTime, firstUsedAtMs, cleared }: OfflinePassword,
  nowMs: number,
): boolean => {
  const startMs = effectiveTime * 1000
  if (cleared === true || nowMs < startMs || nowMs >= invalidTime * 1000) return false
  if (firstUsedAtMs !== undefined) return kind === 'multiple'
  return kind !== 'multiple' || nowMs < startMs + FIRST_USE_MS
}

/** A lock that is online reports it, and the cloud no longer lists the passwords. */
const clear = ({ online }: Lock, passwords: readonly OfflinePassword[]): KeypadAnswer => {
  for (const password of passwords) {
    password.cleared = true
    delete password.clearingCode
    if (online && password.kind !== 'clear-all') password.revoked = true
  }
  return 'cleared'
}

const T0 = 'password_offline_time'

/**
 * Whether a lock has T0, its pairing time, from which it computes offline passwords. Wi-Fi locks fetch T0 themselves. A lock
 * with the data point has to receive it as decimal seconds: its firmware does not read the format of document 001.
 */
const isT0Set = ({ dpIds, status, pairedAt }: Lock): boolean =>
  !Object.hasOwn(dpIds, T0) ||
  status.some(({ code, value }) => code === T0 && value === String(pairedAt))
