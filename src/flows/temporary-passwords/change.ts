import { LockError } from '../../core/errors/lock-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { PasswordCipher } from '../../crypto/password-cipher'
import { checkAtCloudTime } from '../shared/cloud-now'
import type { LockContext } from '../shared/lock-context'
import { selectWithPoint } from '../shared/lock-points'
import { readBack, writesOf } from '../shared/read-back'
import { cipherOf, withTicket } from '../shared/with-ticket'
import {
  applyChange,
  CHANGE,
  fullChangeParams,
  matchesListed,
  renameParams,
  validateChange,
} from './apply-change'
import { changeOverLock } from './change-over-lock'
import { MODIFY, passwordChannels } from './channels'
import type { Mutex } from './mutex'
import { nameKey, notSeenYet } from './not-seen-yet'
import type { Reader } from './read'
import { reconcile, throwUnlessDone } from './reconcile'
import type { TemporaryPassword, TemporaryPasswordReason } from './temporary-password'
import type { TemporaryPasswordChange } from './validate'

const origin = { action: CHANGE, family: 'mini-program' } as const

/** `doorLock.modifyTemporaryPassword`, in its two forms: document 001, lines 939-1077. */
export const change = async (
  context: LockContext,
  { get, getOnce }: Reader,
  runExclusive: Mutex,
  id: string,
  input: TemporaryPasswordChange,
): Promise<TemporaryPassword> => {
  const overLock = selectWithPoint<typeof changeOverLock | undefined, typeof MODIFY>(
    context,
    CHANGE,
    passwordChannels.changedPasswords,
    { [MODIFY]: undefined },
    changeOverLock,
  )
  const checking = checkAtCloudTime(context, (nowMs) => validateChange(input, context, nowMs))
  if (checking !== undefined) await checking
  if (overLock !== undefined) return runExclusive(() => overLock(context, id, input))
  const { password: pin } = input
  const cipher = pin === undefined ? undefined : cipherOf(context, origin)
  return runExclusive(async () => {
    const listedBefore = await get(id)
    // A name that this panel has just set, which the cloud may not show yet, must not be set back.
    const name = writesOf(context).recall(nameKey(id)) as string | undefined
    const before = { ...listedBefore, ...(name !== undefined && { name }) }
    const after = applyChange(before, input, context.cloudNow())
    const readChanged = async (options: CallOptions) => {
      const listed = await getOnce(id, options)
      return matchesListed(listed, after) ? listed : undefined
    }
    try {
      const isDone =
        pin === undefined || cipher === undefined
          ? await context.call(MODIFY, renameParams(after, input, context))
          : await sendWithPin(context, cipher, pin, fullChangeParams(after, input, context))
      throwUnlessDone(isDone, origin)
    } catch (error) {
      // The list does not show a PIN, so a change of the PIN alone cannot be reconciled.
      if (matchesListed(before, after)) throw error
      return reconcile(error, readChanged, context, origin)
    }
    // The cloud accepted the command: a failed read does not change that.
    const listed = await readBack(readChanged, context, origin).catch(() => after)
    // A cloud that ignores a change without a PIN shows the same as one that lags for longer.
    if (listed === undefined) throw pin === undefined ? notChanged() : notSeenYet(origin)
    writesOf(context).forget(nameKey(id))
    return listed
  })
}

const sendWithPin = (
  context: LockContext,
  cipher: PasswordCipher,
  pin: string,
  params: ReturnType<typeof fullChangeParams>,
): Promise<boolean> =>
  withTicket({ context, origin }, async (ticket) => {
    const encrypted = await ticket.encrypt(cipher, pin)
    return ticket.send((options) => context.call(MODIFY, { ...params, ...encrypted }, options))
  })

const notChanged = () =>
  new LockError<TemporaryPasswordReason>(
    origin,
    'not-changed',
    'The cloud accepted the change but lists the old values: pass the password too, or create another one.',
  )
