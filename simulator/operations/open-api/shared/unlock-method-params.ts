import type { Check } from '../../../checks/check'
import { oneOf, urlInteger } from '../../../checks/values'
import { refuse } from '../../../refusal'
import type { Lock } from '../../../world/lock'

/** The only kind of method whose name is not derived from its DP code. */
const REMOTE = 'remoteControl'
const REMOTE_CODE = 'unlock_telecontrol_kit'

/** A kind of method, without the prefix of its DP code. */
export const unlockType = oneOf(['fingerprint', 'password', 'card'])

/** Three tables use `remote control`, in two words. */
export const unlockTypeOrRemote: Check<string> = {
  optional: false,
  read: (value, field) =>
    oneOf(['fingerprint', 'password', 'card', REMOTE]).read(
      value === 'remote control' ? REMOTE : value,
      field,
    ),
}

export const dpCodeOf = (type: string): string => (type === REMOTE ? REMOTE_CODE : `unlock_${type}`)

export const typeOf = (dpCode: string): string =>
  dpCode === REMOTE_CODE ? REMOTE : dpCode.replace(/^unlock_/, '')

/** 1 a user of the home, 2 a user of only the lock (document 003). */
export const userKind = urlInteger({ min: 1, max: 2 })

const homeUsersOnly: readonly Lock['type'][] = ['wifi-keepalive', 'wifi-video']

/** Keep-alive and video locks have only users of the home. */
export const checkUserKind = ({ type }: Lock, kind: number): void => {
  if (kind !== 1 && homeUsersOnly.includes(type)) refuse('param is illegal', 'user_type')
}
