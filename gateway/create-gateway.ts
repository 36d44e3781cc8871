import { isSdkError } from '../src/core/errors/sdk-error'
import { randomHex } from '../src/core/text/random-hex'
import {
  type EnvelopeFields,
  failureAnswer,
  type GatewayAnswer,
  successAnswer,
  toResponse,
} from './answer'
import { type AuthorisedCall, authorise } from './authorise'
import { type Failure, failureOf } from './failure-of'
import type { GatewayEvent } from './gateway-event'
import type { GatewayUser } from './gateway-user'
import { type GatewayOptions, readOptions } from './options'
import { visibleResult } from './policy/visible-rows'
import { fingerprintOf, readCall } from './read-call'
import { GatewayRefusal, outcomeUnknown, signIn } from './refusal'
import { createRoutePanel } from './route-panel'
import { createCommands } from './shared/commands'
import { createRateLimit } from './shared/rate-limit'
import { createSyncWindows } from './shared/sync-windows'

/** Answers a request for an action of the mini-program family, in any server with web-standard requests. Never fails. */
export type Gateway = (request: Request) => Promise<Response>

/** What is known of a call so far, for its event. */
type Trace = { -readonly [Name in keyof GatewayEvent]?: GatewayEvent[Name] }

/**
 * Creates the server that mini-programs and web pages call: POST `{action, params}` to it with `wxRequest` or
 * `fetchTransport`. It sends the routes of the open API that carry the actions, with the secret of the project that no panel may hold.
 *
 * Each command is sent once, however often its request arrives, and each lock is synchronised once in five seconds,
 * over all gateways that share the `store`. Throws a `ParamsError` for invalid options.
 *
 * @example
 * ```ts
 * const owner: GatewayUser = { id: 'olivia', membershipOf: () => ({ role: 'owner', userId: '1001' }) }
 * const gateway = createGateway({ openApi: simulator.asTransport(), authenticate: () => owner, clock })
 * const overGateway = fetchTransport({ url: 'https://gateway.example/', fetch: (url, init) => gateway(new Request(url, init)) })
 * const gatewayPanel = createPanel({ actions: allActions, transport: overGateway, clock })
 * const status = await gatewayPanel.apiRequest('device.status', { device_id: frontDoor.deviceId })
 * ```
 */
export const createGateway = (given: GatewayOptions): Gateway => {
  const options = readOptions(given)
  const { store, clock, random, timeoutMs, windowMs, policy } = options
  const routes = createRoutePanel({ ...options, transport: options.openApi })
  const checkRate = createRateLimit(options)
  const execute = createCommands({ ...options, waitMs: timeoutMs })
  const synchronise = createSyncWindows({
    store,
    clock,
    windowMs,
    requestMs: timeoutMs,
    waitMs: timeoutMs,
    newId: () => randomHex(random),
  })

  /** The result in the form of the mini-program family, as far as the user may see it. */
  const resultOf = async (call: AuthorisedCall): Promise<unknown> => {
    const { pair, params, decision, membership } = call
    const result = await pair.carry(params, routes.accessFor(membership))
    const viewer = { role: membership.role, userId: membership.userId }
    return pair.action.result.encode(visibleResult(result, decision, viewer))
  }

  const send = async (
    call: AuthorisedCall,
    user: GatewayUser,
    fields: () => EnvelopeFields,
    trace: Trace,
  ): Promise<GatewayAnswer> => {
    const { action } = call.pair
    const answer = () => answerOf(() => resultOf(call), fields, trace)
    if (action.sync !== undefined) {
      const [deviceId = ''] = call.deviceIds
      const codes = String(call.params[action.sync.codes ?? ''] ?? '')
      const outcome = await synchronise({ deviceId, codes }, () => resultOf(call))
      return outcome.ok
        ? successAnswer(outcome.result, fields())
        : failed(outcome.failure, fields, trace)
    }
    if (call.key === undefined) return answer()
    const key = `command:${encodeURIComponent(user.id)}:${call.key}`
    const { answer: outcome, isRepeat } = await execute(
      { key, fingerprint: fingerprintOf(call) },
      answer,
    )
    trace.isRepeat = isRepeat
    return outcome
  }

  const answerRequest = async (
    request: Request,
    fields: () => EnvelopeFields,
    trace: Trace,
  ): Promise<GatewayAnswer> => {
    const user = await options.authenticate(request)
    if (user === undefined) throw signIn()
    trace.userId = user.id
    const call = await readCall(request)
    trace.action = call.pair.action.name
    trace.deviceIds = call.deviceIds
    for (const deviceId of call.deviceIds) await checkRate(user.id, deviceId)
    const authorised = await authorise(call, user, policy, routes.accessFor)
    return send(authorised, user, fields, trace)
  }

  return async (request) => {
    const startedAt = clock.now()
    const tid = randomHex(random)
    const fields = () => ({ t: Math.floor(routes.cloudTime() ?? clock.now()), tid })
    const trace: Trace = {}
    let answer: GatewayAnswer
    try {
      answer = await answerRequest(request, fields, trace)
    } catch (error) {
      answer = failed(failureOf(error), fields, trace)
    }
    report(options.onCall, {
      deviceIds: [],
      isRepeat: false,
      ...trace,
      tid,
      status: answer.status,
      durationMs: clock.now() - startedAt,
    })
    return toResponse(answer)
  }
}

const failed = (failure: Failure, fields: () => EnvelopeFields, trace: Trace): GatewayAnswer => {
  trace.code = failure.code
  return failureAnswer(failure, fields())
}

/** A failure of the cloud is an outcome too, which a repeat gets. */
const answerOf = async (
  resultOf: () => Promise<unknown>,
  fields: () => EnvelopeFields,
  trace: Trace,
): Promise<GatewayAnswer> => {
  try {
    return successAnswer(await resultOf(), fields())
  } catch (error) {
    const isKnown = isSdkError(error) || error instanceof GatewayRefusal
    // Anything else may have happened after the request was sent.
    return failed(failureOf(isKnown ? error : outcomeUnknown('The gateway failed')), fields, trace)
  }
}

const report = (onCall: GatewayOptions['onCall'], event: GatewayEvent): void => {
  try {
    onCall?.(event)
  } catch {
    // A broken log must not change the answer to a command that was sent.
  }
}
