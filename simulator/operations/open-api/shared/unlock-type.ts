import type { Check } from '../../../checks/check'
import { oneOf } from '../../../checks/values'

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
