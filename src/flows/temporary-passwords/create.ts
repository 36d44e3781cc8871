import { withPassword } from '../../core/errors/outcome-unknown-error'
import type { CallOptions } from '../../core/pipeline/call'
import { checkAtCloudTime, startTiming } from '../shared/cloud-now'
import type { LockContext } from '../shared/lock-context'
import { selectWithPoint } from '../shared/lock-points'
import { writesOf } from '../shared/read-back'
import { CREATE as CREATE_ACTION, PANEL_CREATE, passwordChannels } from './channels'
import { createOverLock } from './create-over-lock'
import { createOverMiniProgram } from './create-over-mini-program'
import { createOverPanel } from './create-over-panel'
import { CREATE, type Creation } from './creation'
import { generatePin } from './generate-pin'
import { validLocalPasswords } from './local-passwords'
import type { Mutex } from './mutex'
import { createdKey, removedKey } from './not-seen-yet'
import { onceOf } from './once'
import type { Reader } from './read'
import { nameTaken } from './reconcile'
import { isActiveOrPending } from './state'
import type { TemporaryPassword } from './temporary-password'
import { type NewTemporaryPassword, type SentWindow, validateNew } from './validate'

/** A new password with its PIN, which no list shows later. */
export interface CreatedTemporaryPassword extends TemporaryPassword {
  /** The PIN for the guest. No list shows it later. */
  readonly password: string
}

export const create = async (
  context: LockContext,
  { list }: Reader,
  runExclusive: Mutex,
  input: NewTemporaryPassword,
): Promise<CreatedTemporaryPassword> => {
  const { options } = context
  const writes = writesOf(context)
  /** The list may still show it. */
  const isRemoved = ({ id }: TemporaryPassword) => writes.recall(removedKey(id)) !== undefined
  const calledAtMs = startTiming(context)
  const channel = selectWithPoint<Creation, keyof typeof creations>(
    context,
    CREATE,
    passwordChannels.temporaryPasswords,
    creations,
    createOverLock,
  )
  const send = channel(context)
  const validate = (nowMs: number) =>
    validateNew(CREATE, input, options, nowMs, channel === createOverMiniProgram)
  const checking = checkAtCloudTime(context, validate)
  if (checking !== undefined) await checking
  const pin = input.password ?? (await generatePin(context, { action: CREATE }))
  const created = await runExclusive(async () => {
    const before = channel === createOverLock ? validLocalPasswords(context) : await list()
    // The answer may be the first one that shows the cloud's time.
    validate(calledAtMs())
    if (
      before.some((other) => other.name === input.name && occupiesName(other) && !isRemoved(other))
    )
      throw nameTaken({ action: CREATE })
    // A password with the same name and window may be listed already, while it is being deleted.
    const listedIds = before.map(({ id }) => id)
    const find = async (window: SentWindow, callOptions: CallOptions) =>
      (await list({}, callOptions)).filter(
        ({ id, name, fromMs, toMs }) =>
          !listedIds.includes(id) &&
          name === input.name &&
          fromMs === window.effective_time * 1000 &&
          toMs === window.invalid_time * 1000,
      )
    return send({ input, pin, find }).catch((error: unknown) => {
      throw withPassword(error, pin)
    })
  })
  writes.remember(createdKey(created.id))
  // A lock uses the number of a removed password again.
  writes.forget(removedKey(created.id))
  onceOf(context).set(created.id, input.once === true)
  return { ...created, password: pin }
}

const creations = {
  [CREATE_ACTION]: createOverMiniProgram,
  [PANEL_CREATE]: createOverPanel,
} as const satisfies Readonly<Record<string, Creation>>

/** For a password that is being deleted, the cloud decides. */
const occupiesName = (password: TemporaryPassword): boolean =>
  isActiveOrPending(password) && password.state !== 'deleting'
