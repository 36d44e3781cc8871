import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import type { Lock } from './lock'
import { radioOf } from './phase'
import type { PasswordState, TemporaryPassword } from './temporary-password'
import { effectiveFlagOf, scheduleIsOn } from './validity'
import type { World } from './world'

/** Whether a password opens the door now or later. */
export const passwordIsValid = (
  { state, invalidTime }: TemporaryPassword,
  nowMs: number,
): boolean => !ended.includes(state) && invalidTime * 1000 > nowMs

const ended: readonly PasswordState[] = ['deleted', 'revoked', 'failed-to-send']

/** Whether a password is listed among the valid ones: those that are valid, and revoked ones until their end. */
export const isListedAsValid = (password: TemporaryPassword, nowMs: number): boolean =>
  password.state === 'revoked'
    ? password.invalidTime * 1000 > nowMs
    : passwordIsValid(password, nowMs)

/** Whether a lock has a password and accepts it now. Schedules use the local time of the lock. */
export const passwordOpensNow = (
  { now }: Cloud,
  lock: Lock,
  {
    state,
    effectiveTime,
    invalidTime,
    schedule,
  }: Pick<TemporaryPassword, 'state' | 'effectiveTime' | 'invalidTime' | 'schedule'>,
): boolean =>
  (state === 'sent' || state === 'to-be-deleted') &&
  effectiveFlagOf({ from: effectiveTime, until: invalidTime }, now() / 1000) === 1 &&
  (schedule === undefined ||
    schedule.some((period) =>
      scheduleIsOn(
        { from: period.effective_time, until: period.invalid_time, days: period.working_day },
        lock,
        now(),
      ),
    ))

/** A password, even one that is deleted. */
export const findPassword = (world: World, lock: Lock, passwordId: string): TemporaryPassword =>
  world.temporaryPasswords.find(({ id, lockId }) => id === passwordId && lockId === lock.id) ??
  notFound(lock)

/** A password that is not deleted. */
export const findUndeletedPassword = (
  world: World,
  lock: Lock,
  passwordId: string,
): TemporaryPassword => {
  const password = findPassword(world, lock, passwordId)
  return password.state === 'deleted' || password.state === 'revoked' ? notFound(lock) : password
}

/** The vendor has a separate code for Zigbee locks. */
const notFound = (lock: Lock): never =>
  refuse(radioOf(lock) === 'zigbee' ? 'no such Zigbee password' : 'no such record', 'password_id')
