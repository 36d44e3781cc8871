import type { Observable } from 'rxjs'
import type { MessageEvent } from '../messages/event'
import { type Clock, realTime } from '../src/core/clock'
import {
  type ChecksOf,
  checkedOptions,
  expects,
  optional,
  optionsOf,
} from '../src/core/options/check'
import {
  hasMethods,
  isCount,
  isDuration,
  isFunction,
  isTimeLimit,
} from '../src/core/options/checks'
import { isTransport } from '../src/core/transport/is-transport'
import type { Transport } from '../src/core/transport/transport'
import type { GatewayEvent } from './gateway-event'
import type { Authenticate } from './gateway-user'
import { documentedPolicy } from './policy/documented-policy'
import type { Policy } from './policy/policy'
import type { RateLimit } from './shared/rate-limit'
import type { GatewayStore } from './store/gateway-store'
import { memoryStore } from './store/memory-store'

/**
 * Options of `createGateway`.
 *
 * @example
 * ```ts
 * const options: GatewayOptions = {
 *   openApi: openApi({ region: 'eu', clientId: 'id', secret: 'secret' }),
 *   authenticate: () => undefined,
 * }
 * ```
 */
export interface GatewayOptions {
  /** The transport to the cloud: `openApi(…)`, or one that has its family. */
  readonly openApi: Transport
  /** Identifies the user of a request. Without a user, nothing is sent. */
  readonly authenticate: Authenticate
  /** Who may do what. @default the vendor's section on roles, `documentedPolicy` */
  readonly policy?: Policy
  /** Shared by all gateways of the project. @default in the memory of this process */
  readonly store?: GatewayStore
  /**
   * The messages of the cloud: `createMessages(…)`. With them, `GET …?device_id=…` is a stream of server-sent events for the
   * panels of a lock, as `createEventStreams` makes it.
   */
  readonly messages?: {
    /** The `events$` of `createMessages`. */
    readonly events$: Observable<MessageEvent>
  }
  /** Called after each call; contains no parameter, and no secret. Its errors are ignored. */
  readonly onCall?: (event: GatewayEvent) => void
  /** Calls of one user for one device. @default 300 in a minute */
  readonly limit?: RateLimit
  /** Time limit of one request to the cloud; shorter than the 10 s of a panel, so that the panel gets an answer. @default 8000 */
  readonly timeoutMs?: number
  /** How long a lock is not synchronised again, milliseconds. @default 5000 */
  readonly windowMs?: number
  /** How long the outcome of a command is kept for a repeat, milliseconds. @default 600000 */
  readonly keepMs?: number
  /** The maximum number of open requests to the cloud. @default 256 */
  readonly maxOpen?: number
  /** The clock of time limits, rate limits and stored outcomes. @default real time */
  readonly clock?: Clock
  /** From 0 to below 1, for ids. @default Math.random */
  readonly random?: () => number
}

/** Throws a ParamsError for invalid options. */
export const readOptions = (given: GatewayOptions) => {
  const options = checkedOptions('createGateway', given, checks)
  const clock = options.clock ?? realTime
  return {
    policy: documentedPolicy,
    store: memoryStore({ clock }),
    limit: { calls: 300, windowMs: 60_000 },
    timeoutMs: 8_000,
    windowMs: 5_000,
    keepMs: 600_000,
    maxOpen: 256,
    random: Math.random,
    ...options,
    clock,
  }
}

const hasOpenApi = expects(
  'a transport of the family open-api, such as `openApi({ … })`',
  ({ families }: Transport) => families.includes('open-api'),
)

const checks: ChecksOf<GatewayOptions> = {
  openApi: (transport, path) => {
    const issues = isTransport(transport, path)
    return issues.length > 0 ? issues : hasOpenApi(transport, path)
  },
  authenticate: isFunction,
  policy: optional(isFunction),
  store: optional(
    hasMethods('a store, such as `memoryStore()`', 'get', 'set', 'add', 'remove', 'increment'),
  ),
  messages: optional(
    expects(
      'an object with the observable `events$`, such as `createMessages({ … })`',
      ({ events$ }: Partial<NonNullable<GatewayOptions['messages']>>) =>
        typeof events$?.subscribe === 'function',
    ),
  ),
  onCall: optional(isFunction),
  limit: optional(optionsOf<RateLimit>({ calls: isCount, windowMs: isTimeLimit })),
  timeoutMs: optional(isTimeLimit),
  windowMs: optional(isDuration),
  keepMs: optional(isTimeLimit),
  maxOpen: optional(isCount),
  clock: optional(hasMethods('an object with `now` and `schedule`', 'now', 'schedule')),
  random: optional(isFunction),
}
