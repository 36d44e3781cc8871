import type { LockContext } from '../shared/lock-context'
import { LockError } from '../shared/lock-error'
import { createOverMiniProgram } from './create-over-mini-program'
import { createOverPanel } from './create-over-panel'
import { CREATE, type Creation } from './creation'
import { generateDigits } from './digits'
import type { Reader } from './read'
import { isLiving } from './state'
import type { TemporaryPassword, TemporaryPasswordReason } from './temporary-password'
import { checkNew, type NewTemporaryPassword, type SentWindow } from './wanted'

/** A password that was made, and the digits that open: they are told here, and nowhere again. */
export interface CreatedTemporaryPassword extends TemporaryPassword {
  readonly password: string
}

export const create =
  (context: LockContext, { list }: Reader) =>
  async (wanted: NewTemporaryPassword): Promise<CreatedTemporaryPassword> => {
    const send = context.pick<Creation>(CREATE, [
      ['doorLock.createTemporaryPassword', createOverMiniProgram],
      ['tuya.m.device.lock.temppwd.create', createOverPanel],
    ])(context)
    const { clock, options } = context
    checkNew(CREATE, wanted, options.type, clock.now())
    const digits = wanted.password ?? (await generateDigits(context, { action: CREATE }))
    const before = await list()
    if (before.some((other) => other.name === wanted.name && isTaking(other)))
      throw new LockError<TemporaryPasswordReason>(
        { action: CREATE },
        'name-taken',
        'Choose another name, or remove the password that has it.',
      )
    // One of the same name and window may be there already, on its way out.
    const known = before.map(({ id }) => id)
    const find = async (sent: SentWindow) =>
      (await list()).find(
        ({ id, name, fromMs, toMs }) =>
          !known.includes(id) &&
          name === wanted.name &&
          fromMs === sent.effective_time * 1000 &&
          toMs === sent.invalid_time * 1000,
      )
    return { ...(await send({ wanted, digits, find })), password: digits }
  }

/** One that is being deleted is left to the cloud. */
const isTaking = (password: TemporaryPassword): boolean =>
  isLiving(password) && password.state !== 'deleting'
