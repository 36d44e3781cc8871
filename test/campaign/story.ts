import type { ActionClass } from './actions'

/** What the cloud, the network or the transport does with one request. */
export const outcomeKinds = [
  'answered',
  'refused',
  'busy',
  'denied',
  'offline',
  'not sent',
  'lost',
  'not JSON',
  'unreadable',
  'throws',
  'silent',
] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export interface Outcome {
  readonly kind: OutcomeKind
  /** Undefined: during the subscribe of the request. */
  readonly afterMs: number | undefined
  /** How long the transport waits before it sends, for example for headers; undefined: it does not announce. */
  readonly headersMs: number | undefined
}

export const entryPoints = ['request$', 'apiRequest', 'object form', 'fetch', 'taskEither'] as const
type EntryPoint = (typeof entryPoints)[number]

/** Where code of the app runs inside a call. */
export const places = [
  'transport',
  'started event',
  'queued event',
  'retrying event',
  'sharing event',
  'waiting-for-window event',
  'sent event',
  'ended event',
  'next',
  'complete',
  'error',
] as const
export const acts = ['subscribe again', 'unsubscribe', 'abort', 'close', 'call', 'throw'] as const
export interface Reaction {
  readonly place: (typeof places)[number]
  readonly act: (typeof acts)[number]
}

/** How the app's own handler treats a call; undefined: the default handler. */
export const handlerKinds = [
  'sends',
  'sends later',
  'sends twice at once',
  'sends twice in turn',
  'sends two parts',
  'retries',
  'changes its parameters',
  'answers without sending',
  'throws',
  'never answers',
  'sends once more for itself',
  'sends after its end',
] as const
export type HandlerKind = (typeof handlerKinds)[number]

export interface CallStep {
  readonly step: 'call'
  readonly class: ActionClass
  readonly by: EntryPoint
  readonly device: 'A' | 'B'
  /** Of `sync` actions. */
  readonly codes: string
  /** One for each request of the call; the last one repeats. */
  readonly outcomes: readonly Outcome[]
  readonly handler: HandlerKind | undefined
  /** The subscriptions or runs that the caller makes at once. */
  readonly subscribers: number
  /** The caller changes its parameters after the call. */
  readonly changesParams: boolean
  readonly deadlineMs: number | undefined
  readonly timeoutMs: number | undefined
  /** Undefined: the default of three; 1 is `retry: false`. */
  readonly maxAttempts: number | undefined
  readonly background: boolean
  /** The number of an AbortSignal. */
  readonly signal: number | undefined
  readonly reaction: Reaction | undefined
}

export type Step =
  | CallStep
  | { readonly step: 'pages'; readonly outcomes: readonly Outcome[]; readonly nextCount: number }
  /** Many calls at once, whose answers arrive during the subscribe. */
  | { readonly step: 'burst'; readonly count: number; readonly class: 'read' | 'once' }
  | { readonly step: 'wait'; readonly ms: number }
  | { readonly step: 'abort'; readonly signal: number }
  /** Unsubscribes every subscription of a call; `call` counts back from the latest. */
  | { readonly step: 'unsubscribe'; readonly call: number }
  | { readonly step: 'subscribe again'; readonly call: number }
  | { readonly step: 'hold'; readonly device: 'A' | 'B'; readonly ms: number }
  | { readonly step: 'close' }

export interface Story {
  readonly maxOpen: number
  /** The random number of the panel, for the waits between requests. */
  readonly random: number
  readonly steps: readonly Step[]
}

export const signalCount = 2
