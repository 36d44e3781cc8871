import { randomHex } from '../src/core/text/random-hex'
import { type EnvelopeFields, failureAnswer, toResponse } from './answer'
import { createAnswerCall } from './answer-call'
import { authorise } from './authorise'
import { createEventStreams } from './events/create-event-streams'
import { failureOf } from './failure-of'
import type { GatewayEvent } from './gateway-event'
import { type GatewayOptions, readOptions } from './options'
import { readCall } from './read-call'
import { signIn } from './refusal'
import { createRoutePanel } from './route-panel'
import type { CommandAnswer } from './shared/commands'
import { createRateLimit } from './shared/rate-limit'

/** Answers a request of a panel in any server with web-standard requests. Never fails. */
export type Gateway = (request: Request) => Promise<Response>

/** What is known of a call so far, for its event. */
type KnownOfCall = {
  -readonly [Name in keyof Pick<
    GatewayEvent,
    'action' | 'userId' | 'deviceIds'
  >]: GatewayEvent[Name]
}

/**
 * Creates the server that mini-programs and web pages call: POST `{action, params}` to it with `wxRequest` or
 * `fetchTransport`. It sends the routes of the open API that carry the actions of mini-programs, and the routes that a panel
 * calls by their names, with the secret of the project, which no panel may hold.
 *
 * Each command is sent once, however often its request arrives, and each lock is synchronised once in five seconds,
 * over all gateways that share the `store`. Throws a `ParamsError` for invalid options.
 *
 * @example
 * ```ts
 * const owner: GatewayUser = { id: 'olivia', membershipOf: () => ({ role: 'owner', userId: '1001' }) }
 * const gateway = createGateway({ openApi: simulator.asTransport(), authenticate: () => owner, clock })
 * const overGateway = fetchTransport({
 *   url: 'https://gateway.example/',
 *   limits: gatewayLimits,
 *   families: ['mini-program', 'open-api'],
 *   fetch: (url, init) => gateway(new Request(url, init)),
 * })
 * const gatewayPanel = createPanel({ actions: allActions, transport: overGateway, clock })
 * const status = await gatewayPanel.apiRequest('device.status', { device_id: frontDoor.deviceId })
 * ```
 */
export const createGateway = (given: GatewayOptions): Gateway => {
  const options = readOptions(given)
  const { clock, random, policy } = options
  const { cloudTime, accessFor } = createRoutePanel({ ...options, transport: options.openApi })
  const checkRate = createRateLimit(options)
  const newId = () => randomHex(random)
  const answerCall = createAnswerCall({ ...options, newId, accessFor })
  const { messages, authenticate } = options
  const stream =
    messages && createEventStreams({ events$: messages.events$, authenticate, policy, clock })

  const answerRequest = async (
    request: Request,
    fields: () => EnvelopeFields,
    known: KnownOfCall,
  ): Promise<CommandAnswer> => {
    const user = await authenticate(request)
    if (user === undefined) throw signIn()
    known.userId = user.id
    const call = await readCall(request)
    known.action = call.pair.action.name
    known.deviceIds = call.deviceIds
    for (const deviceId of call.deviceIds) await checkRate(user.id, deviceId)
    return answerCall(await authorise(call, user, policy, accessFor), user.id, fields)
  }

  return async (request) => {
    if (stream !== undefined && request.method === 'GET') return stream(request)
    const startedAt = clock.now()
    const tid = newId()
    const fields = () => ({ t: Math.floor(cloudTime() ?? clock.now()), tid })
    const known: KnownOfCall = { deviceIds: [] }
    const { answer, isRepeat } = await answerRequest(request, fields, known).catch(
      (error: unknown): CommandAnswer => ({
        answer: failureAnswer(failureOf(error), fields()),
        isRepeat: false,
      }),
    )
    report(options.onCall, {
      ...known,
      tid,
      status: answer.status,
      ...(answer.code !== undefined && { code: answer.code }),
      durationMs: clock.now() - startedAt,
      isRepeat,
    })
    return toResponse(answer)
  }
}

const report = (onCall: GatewayOptions['onCall'], event: GatewayEvent): void => {
  try {
    onCall?.(event)
  } catch {
    // A broken log must not change the answer to a command that was sent.
  }
}
