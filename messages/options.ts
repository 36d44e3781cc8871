import { type Clock, realTime } from '../src/core/clock'
import {
  assertValid,
  type ChecksOf,
  checkedOptions,
  expects,
  optional,
} from '../src/core/options/check'
import { hasMethods, isDuration, isFunction, oneOf } from '../src/core/options/checks'
import type { MessageHandler } from './delivery'
import { type MessageEnv, type MessageRegion, messageUrls } from './regions'
import type { WebSocketConstructor } from './web-socket'

interface MessagesSettings {
  /** The access id of the cloud project. */
  readonly clientId: string
  /** The access secret of the cloud project. It is never sent, and no error and no event contains it. */
  readonly secret: string
  /** The environment of the message service: that of the live project, or its test channel. @default event */
  readonly env?: MessageEnv
  /** Called for each event. A message is acknowledged when it has resolved for all events; if it fails, they come again. */
  readonly onEvent?: MessageHandler
  /** `ignored` accepts messages with AES-ECB whose signature is missing or wrong. @default required */
  readonly signature?: 'required' | 'ignored'
  /** Older reports are marked late, milliseconds. @default 10000 */
  readonly lateAfterMs?: number
  /** The class of the socket. @default the package `ws`, a peer that must be installed */
  readonly webSocket?: WebSocketConstructor
  /** The clock of pings, waits and late events. @default real time */
  readonly clock?: Clock
  /** From 0 to below 1, for the time to the next login. @default Math.random */
  readonly random?: () => number
}

/** The data centre of the project, or an address, such as a simulator's. */
type Endpoint =
  | {
      /** The data centre of the project, which has an address of its own. */
      readonly region: MessageRegion
      readonly url?: never
    }
  | {
      /** The address of a message service, in place of that of a region. */
      readonly url: string
      readonly region?: never
    }

/**
 * Options of `createMessages`.
 *
 * @example
 * ```ts
 * const options: MessagesOptions = { region: 'eu', clientId: simulator.clientId, secret: simulator.accessKey }
 * ```
 */
export type MessagesOptions = MessagesSettings & Endpoint

const LATE_AFTER_MS = 10_000

/** Throws a ParamsError for invalid options. */
export const readOptions = (given: MessagesOptions) => {
  const options = checkedOptions('createMessages', given, checks)
  const url = options.url ?? (options.region && messageUrls[options.region])
  assertValid('createMessages', url, isAddress, 'url')
  return {
    env: 'event' as const,
    signature: 'required' as const,
    lateAfterMs: LATE_AFTER_MS,
    clock: realTime,
    random: Math.random,
    ...options,
    url: url as string,
  }
}

const isAddress = expects(
  'a ws, wss, http or https address without a query, or the option `region`',
  (url) => typeof url === 'string' && /^(?:ws|http)s?:\/\/[^\s?#]+$/.test(url),
)

/** Part of a header, and characters 8 to 24 of a secret are a key. */
const visibleText = (min: number) =>
  expects(
    `at least ${min} visible ASCII characters`,
    (text: unknown) =>
      typeof text === 'string' && text.length >= min && /^[\x21-\x7e]+$/.test(text),
  )

const checks: ChecksOf<MessagesOptions> = {
  clientId: visibleText(1),
  secret: visibleText(24),
  region: optional(oneOf(Object.keys(messageUrls))),
  // With the region, above.
  url: () => [],
  env: optional(oneOf(['event', 'event-test'])),
  onEvent: optional(isFunction),
  signature: optional(oneOf(['required', 'ignored'])),
  lateAfterMs: optional(isDuration),
  webSocket: optional(isFunction),
  clock: optional(hasMethods('an object with `now` and `schedule`', 'now', 'schedule')),
  random: optional(isFunction),
}
