import type { LockContext } from '../shared/lock-context'
import type { LockOptions } from '../shared/lock-options'
import { createOverMiniProgram } from './create-over-mini-program'
import { createOverPanel } from './create-over-panel'
import { CREATE, type Creation } from './creation'
import { generateDigits } from './digits'
import type { Mutex } from './mutex'
import { nameTaken } from './outcome'
import type { Reader } from './read'
import { isLiving } from './state'
import type { TemporaryPassword } from './temporary-password'
import { checkNew, type NewTemporaryPassword, type SentWindow } from './wanted'

/** A password that was made, and the digits that open: they are told here, and nowhere again. */
export interface CreatedTemporaryPassword extends TemporaryPassword {
  readonly password: string
}

export const create =
  (context: LockContext, { list }: Reader, inTurn: Mutex) =>
  async (wanted: NewTemporaryPassword): Promise<CreatedTemporaryPassword> => {
    const { clock, options } = context
    const send = context.selectOperation<Creation>(CREATE, waysOf(options))(context)
    checkNew(CREATE, wanted, options.type, clock.now())
    const digits = wanted.password ?? (await generateDigits(context, { action: CREATE }))
    const made = await inTurn(async () => {
      const before = await list()
      if (before.some((other) => other.name === wanted.name && isTaking(other)))
        throw nameTaken({ action: CREATE })
      // One of the same name and window may be there already, on its way out.
      const known = before.map(({ id }) => id)
      const find = async (sent: SentWindow) =>
        (await list()).filter(
          ({ id, name, fromMs, toMs }) =>
            !known.includes(id) &&
            name === wanted.name &&
            fromMs === sent.effective_time * 1000 &&
            toMs === sent.invalid_time * 1000,
        )
      return send({ wanted, digits, find })
    })
    return { ...made, password: digits }
  }

/** The mini-program's goes first, unless the lock was given a cipher for the panel API alone. */
const waysOf = ({ passwordCipher, panelPasswordCipher }: LockOptions) => {
  const overMiniProgram = ['doorLock.createTemporaryPassword', createOverMiniProgram] as const
  const overPanel = ['tuya.m.device.lock.temppwd.create', createOverPanel] as const
  return passwordCipher === undefined && panelPasswordCipher !== undefined
    ? [overPanel, overMiniProgram]
    : [overMiniProgram, overPanel]
}

/** One that is being deleted is left to the cloud. */
const isTaking = (password: TemporaryPassword): boolean =>
  isLiving(password) && password.state !== 'deleting'
