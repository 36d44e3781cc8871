import { isSdkError } from '../src/core/errors/sdk-error'
import { type EnvelopeFields, failureAnswer, type GatewayAnswer, successAnswer } from './answer'
import type { AuthorisedCall } from './authorise'
import { failureOf } from './failure-of'
import type { Membership } from './gateway-user'
import type { readOptions } from './options'
import type { RouteAccess } from './pairs/pair'
import { visibleResult } from './policy/visible-rows'
import { fingerprintOf } from './read-call'
import { GatewayRefusal, outcomeUnknown } from './refusal'
import { type CommandAnswer, createCommands } from './shared/commands'
import { createSyncWindows } from './shared/sync-windows'

type AnswerOptions = Pick<
  ReturnType<typeof readOptions>,
  'store' | 'clock' | 'timeoutMs' | 'windowMs' | 'keepMs'
> & {
  /** Unique for each sync window. */
  readonly newId: () => string
  readonly accessFor: (membership: Membership) => RouteAccess
}

/** Answers a call of a user: the first time by a request to the cloud. */
export type AnswerCall = (
  call: AuthorisedCall,
  userId: string,
  fields: () => EnvelopeFields,
) => Promise<CommandAnswer>

/** A panel waits ten seconds, so a call waits for the end of one window, and not of the next one. */
const MORE_THAN_A_WINDOW_MS = 1_000

/** Sends reads, shares the synchronisations of a lock, and sends each command once. */
export const createAnswerCall = (options: AnswerOptions): AnswerCall => {
  const { store, clock, timeoutMs, windowMs, keepMs, newId, accessFor } = options
  const execute = createCommands({ store, clock, waitMs: timeoutMs, keepMs })
  const synchronise = createSyncWindows({
    store,
    clock,
    windowMs,
    requestMs: timeoutMs,
    waitMs: windowMs + MORE_THAN_A_WINDOW_MS,
    newId,
  })

  /** The result in the form of the mini-program family, as far as the user may see it. */
  const resultOf = async (call: AuthorisedCall): Promise<unknown> => {
    const { pair, params, decision, membership } = call
    const result = await pair.carry(params, accessFor(membership))
    const viewer = { role: membership.role, userId: membership.userId }
    return pair.action.result.encode(visibleResult(result, decision, viewer))
  }

  /** A failure of the cloud is an outcome too, which a repeat gets. */
  const send = async (
    call: AuthorisedCall,
    fields: () => EnvelopeFields,
  ): Promise<GatewayAnswer> => {
    try {
      return successAnswer(await resultOf(call), fields())
    } catch (error) {
      const isKnown = isSdkError(error) || error instanceof GatewayRefusal
      // Anything else may have happened after the request was sent.
      return failureAnswer(
        failureOf(isKnown ? error : outcomeUnknown('The gateway failed')),
        fields(),
      )
    }
  }

  return async (call, userId, fields) => {
    const { sync } = call.pair.action
    if (sync !== undefined) {
      const [deviceId = ''] = call.deviceIds
      const codes = String(call.params[sync.codes ?? ''] ?? '')
      const outcome = await synchronise({ deviceId, codes }, () => resultOf(call))
      const answer = outcome.ok
        ? successAnswer(outcome.result, fields())
        : failureAnswer(outcome.failure, fields())
      return { answer, isRepeat: false }
    }
    if (call.key === undefined) return { answer: await send(call, fields), isRepeat: false }
    const key = `command:${encodeURIComponent(userId)}:${call.key}`
    return execute({ key, fingerprint: fingerprintOf(call) }, () => send(call, fields))
  }
}
