import type { Cloud } from '../cloud'
import type { CommandKind } from '../journal'
import { refuse } from '../refusal'
import type { PasswordState, TemporaryPassword } from './temporary-password'

type Change = (cloud: Cloud, password: TemporaryPassword, action: string) => void

/** A second call changes nothing. A password that the lock does not have yet cannot be frozen. */
const change =
  (from: PasswordState, to: PasswordState, command: CommandKind): Change =>
  (cloud, password, action) => {
    if (password.state === to) return
    if (password.state !== from) refuse('status does not allow it')
    password.state = to
    cloud.record({
      deviceId: password.lockId,
      command,
      action,
      reached: 'lock',
      detail: { passwordId: password.id, name: password.name },
    })
  }

/** The lock rejects the password until it is unfrozen. What was chosen: at once, also while the lock is offline. */
export const freezePassword = change('sent', 'frozen', 'freeze-password')

export const unfreezePassword = change('frozen', 'sent', 'unfreeze-password')
