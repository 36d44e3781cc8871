import fc from 'fast-check'
import { NEVER, of, throwError } from 'rxjs'
import { createGateway, type GatewayEvent, type GatewayUser } from '../../../gateway'
import { routes } from '../../../gateway/routes'
import type { Action } from '../../../src/core/action'
import { TransportError } from '../../../src/core/errors/transport-error'
import type { Transport, TransportRequest } from '../../../src/core/transport/transport'
import { createVirtualClock } from '../../support/virtual-clock'
import {
  type GivenRequest,
  givenRequests,
  KEY_HEADER,
  OWN_DEVICES,
  requestOf,
  SESSION,
} from '../gateway-requests'
import { type Target, target } from '../target'

/** The gateway asks for it to learn the time of the cloud. */
const NO_DEVICE = 'none'
/** Longer than every wait of a gateway. */
const PATIENCE_MS = 60_000
const TURNS = 16

const memberOf = (deviceId: string, role: 'owner' | 'member') =>
  OWN_DEVICES.includes(deviceId) ? ({ role, userId: '1001' } as const) : undefined

const users = {
  owner: { id: 'olivia', membershipOf: (id) => memberOf(id, 'owner') },
  member: { id: 'noah', membershipOf: (id) => memberOf(id, 'member') },
  'without a lock': { id: 'sam', membershipOf: () => undefined },
  'of a broken server': {
    id: 'bo',
    membershipOf: () => {
      throw new TypeError('the database is away')
    },
  },
  'not signed in': undefined,
} as const satisfies Record<string, GatewayUser | undefined>

const answers = {
  accepted: '{"success":true,"t":1,"result":true}',
  'with data': '{"success":true,"t":1,"result":{"id":"1","list":[],"device_id":"lock-1"}}',
  refused: '{"success":false,"code":1106,"msg":"permission deny"}',
  garbled: '<html>502</html>',
  lost: undefined,
} as const

const commandNames: ReadonlySet<string> = new Set(
  Object.values<Action>(routes)
    .filter(({ safety }) => safety === 'once')
    .map(({ name }) => name),
)

interface Input {
  readonly request: GivenRequest
  readonly user: keyof typeof users
  readonly answer: keyof typeof answers
}

const inputs: fc.Arbitrary<Input> = fc.record({
  request: givenRequests,
  user: fc.constantFrom(...(Object.keys(users) as (keyof typeof users)[])),
  answer: fc.constantFrom(...(Object.keys(answers) as (keyof typeof answers)[])),
})

const cloudWith = (answer: keyof typeof answers, sent: TransportRequest[]): Transport => ({
  name: 'cloud',
  families: ['open-api'],
  send: (request) => {
    sent.push(request)
    const text = answers[answer]
    return text === undefined
      ? throwError(() => new TransportError(request, { delivery: 'unknown', reason: 'lost' }))
      : of({ body: { text }, statusCode: 200 })
  },
})

/** Fails if the gateway rejects, or does not answer. */
const answerOf = async (
  pending: Promise<Response>,
  clock: ReturnType<typeof createVirtualClock>,
): Promise<Response> => {
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
  let answer: Response | undefined
  const settled = pending.then((response) => {
    answer = response
  })
  for (let count = 0; count < TURNS && answer === undefined; count++)
    await Promise.race([settled, turn()])
  if (answer === undefined) await clock.advance(PATIENCE_MS, turn)
  if (answer === undefined) throw new Error('the gateway does not answer')
  return answer
}

const check = (isTrue: boolean, found: string): void => {
  if (!isTrue) throw new Error(`the gateway ${found}`)
}

/** Returns the text of an envelope; the stream of events has none. */
const checkAnswer = async (response: Response): Promise<Record<string, unknown> | undefined> => {
  if (response.headers.get('content-type') === 'text/event-stream') {
    await response.body?.cancel()
    return undefined
  }
  const text = await response.text()
  check(!text.includes(SESSION), 'answers with the session')
  const envelope = JSON.parse(text) as Record<string, unknown>
  const { success, t, tid } = envelope
  check(typeof success === 'boolean' && Number.isInteger(t), 'answers without an envelope')
  check(typeof tid === 'string', 'answers without an id')
  check(success === true || 'code' in envelope, 'fails without a code')
  check(success === false || response.status === 200, 'succeeds with the status of an error')
  return envelope
}

const devicesOf = ({ device_id, device_ids }: TransportRequest['params']): readonly string[] => [
  ...(device_id === undefined ? [] : [String(device_id)]),
  ...(device_ids === undefined ? [] : String(device_ids).split(',')),
]

const checkSent = (sent: readonly TransportRequest[], { request, user, answer }: Input) => {
  const commands = sent.filter(({ action }) => commandNames.has(action))
  check(user !== 'not signed in' || sent.length === 0, 'sends for a request without a session')
  for (const { params } of sent)
    check(
      devicesOf(params).every((id) => [...OWN_DEVICES, NO_DEVICE].includes(id)),
      `sends to a lock of another: ${devicesOf(params)}`,
    )
  const isKeyed = /^[\x21-\x7e]{1,200}$/.test(requestOf(request).headers.get(KEY_HEADER) ?? '')
  check(commands.length === 0 || isKeyed, 'sends a command without a key')
  check(commands.length < 2, 'sends a command twice')
  return { isLost: commands.length > 0 && answer === 'lost' }
}

export const gatewayTargets: readonly Target[] = [
  target('a request to the gateway', 3, inputs, async (input) => {
    let request: Request
    try {
      request = requestOf(input.request)
    } catch {
      return
    }
    const sent: TransportRequest[] = []
    const events: GatewayEvent[] = []
    const clock = createVirtualClock(1_800_000_000_000)
    const gateway = createGateway({
      openApi: cloudWith(input.answer, sent),
      authenticate: () => users[input.user],
      messages: { events$: NEVER },
      clock,
      random: () => 0.5,
      onCall: (event) => events.push(event),
    })
    for (const each of [request, requestOf(input.request)]) {
      const envelope = await checkAnswer(await answerOf(gateway(each), clock))
      const { isLost } = checkSent(sent, input)
      check(envelope?.success !== true || sent.length > 0, 'claims a success, and sent nothing')
      check(!isLost || envelope?.code === 'GATEWAY_OUTCOME_UNKNOWN', 'knows a lost outcome')
    }
    check(!JSON.stringify(events).includes(SESSION), 'reports the session')
  }),
]
