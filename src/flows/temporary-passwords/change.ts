import { LockError } from '../../core/errors/lock-error'
import type { LockContext } from '../shared/lock-context'
import { withEncryptedPassword } from '../shared/with-encrypted-password'
import { CHANGE, changed, checkChange, isAs, MODIFY, partOf, wholeOf } from './changed'
import type { Mutex } from './mutex'
import { lookFor, recovered, throwUnlessDone } from './outcome'
import type { Reader } from './read'
import type { TemporaryPassword, TemporaryPasswordReason } from './temporary-password'
import type { TemporaryPasswordChange } from './wanted'

const origin = { action: CHANGE, family: 'mini-program' } as const

/** `doorLock.modifyTemporaryPassword`, in its two forms: document 001, lines 939-1077. */
export const change =
  (context: LockContext, { get }: Reader, inTurn: Mutex) =>
  async (id: string, wanted: TemporaryPasswordChange): Promise<TemporaryPassword> => {
    context.selectOperation(CHANGE, [[MODIFY, MODIFY]])
    checkChange(wanted, context)
    const send =
      wanted.password === undefined ? sendPart(context) : sendWhole(context, wanted.password)
    return inTurn(async () => {
      const before = await get(id)
      const after = changed(before, wanted, context.clock.now())
      const look = async () => {
        const now = await get(id)
        return isAs(now, after) ? now : undefined
      }
      try {
        throwUnlessDone(await send(after, wanted), origin)
      } catch (error) {
        // New digits alone show nowhere.
        if (isAs(before, after)) throw error
        return recovered(error, look, context, origin)
      }
      // The order was taken: a look that fails is no reason to say it was not.
      const shown = await lookFor(look, context, origin).catch(() => after)
      if (shown === undefined) throw notChanged()
      return shown
    })
  }

type Send = (after: TemporaryPassword, wanted: TemporaryPasswordChange) => Promise<boolean>

const sendPart =
  (context: LockContext): Send =>
  (after, wanted) =>
    context.call(MODIFY, partOf(after, wanted, context))

const sendWhole = (context: LockContext, digits: string): Send => {
  const sendWithTicket = withEncryptedPassword({ context, origin })
  return (after, wanted) =>
    sendWithTicket(digits, (secret, callOptions) =>
      context.call(MODIFY, { ...wholeOf(after, wanted, context), ...secret }, callOptions),
    )
}

const notChanged = () =>
  new LockError<TemporaryPasswordReason>(
    origin,
    'not-changed',
    'The cloud took the change and shows what was before: give the digits too, or make another password.',
  )
