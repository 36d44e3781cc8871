import type { Action } from '../../src/core/action'
import type { SdkError } from '../../src/core/errors/sdk-error'
import type { VirtualClock } from '../support/virtual-clock'
import type { ActionClass } from './actions'
import type { CallStep, OutcomeKind } from './story'

/** Part of every secret value; nothing that a program may log contains it. */
export const SECRET = 'S3CR3T'
export const WINDOW_MS = 5_000
const DEADLINE_MS = 30_000

export type Params = Readonly<Record<string, unknown>>

/** One subscription, promise or task of a call. */
export interface Run {
  startedAt: number
  state: 'running' | 'done' | 'failed' | 'unsubscribed'
  endedAt: number
  value: unknown
  error: SdkError | undefined
  /** Values, errors and completions. */
  readonly notifications: string[]
}

/** One request that the panel handed to the transport. */
export interface SentRequest {
  readonly call: CallFacts
  readonly requestId: string
  readonly attempt: number
  /** A copy. */
  readonly params: Params
  /** The answer quotes it. */
  readonly ref: string
  /** The transport announces when it sends. */
  readonly isAnnounced: boolean
  /** When it reached the cloud. */
  arrivedAt: number | undefined
  end: OutcomeKind | 'aborted' | undefined
  endedAt: number
  /** The panel was still subscribed when the request ended. */
  isDelivered: boolean
  /** The subscribe of the request has not returned: the app's transport cannot see yet that its call has ended. */
  isOpening: boolean
}

export interface CallFacts {
  readonly note: string
  readonly class: ActionClass | 'pages'
  readonly action: Action
  readonly script: CallStep
  /** A copy of the parameters at the moment of the call. */
  readonly expected: Params
  readonly runs: Run[]
  readonly requests: SentRequest[]
  readonly requestIds: Set<string>
  /** The app's handlers that have not ended. */
  openHandlers: number
  reactionsLeft: number
  startRun: () => void
  unsubscribe: () => void
}

/** What `panel.events$` reported last of one request id. */
interface LastEvent {
  type: string
  /** When a retry is due. */
  retryAt: number
  endings: number
}

/** A use of `holdSync`. */
export interface Hold {
  readonly device: string
  readonly from: number
  readonly until: number
}

/** Everything that the test saw; the rules judge it. */
export interface Facts {
  readonly clock: VirtualClock
  readonly calls: CallFacts[]
  /** The parameter `note` of a call, wherever it appears. */
  readonly callOfNote: Map<unknown, CallFacts>
  readonly requests: SentRequest[]
  readonly requestOfRef: Map<unknown, SentRequest>
  readonly open: Set<SentRequest>
  readonly events: Map<string, LastEvent>
  readonly callOfRequestId: Map<string, CallFacts>
  readonly findings: Set<string>
  readonly abortedSignals: Set<number>
  readonly holds: Hold[]
  closedAt: number | undefined
  areEventsComplete: boolean
}

export const createFacts = (clock: VirtualClock): Facts => ({
  clock,
  calls: [],
  callOfNote: new Map(),
  requests: [],
  requestOfRef: new Map(),
  open: new Set(),
  events: new Map(),
  callOfRequestId: new Map(),
  findings: new Set(),
  abortedSignals: new Set(),
  holds: [],
  closedAt: undefined,
  areEventsComplete: false,
})

export const isSync = (call: CallFacts): boolean => call.action.safety === 'sync'
export const isCommand = (call: CallFacts): boolean => call.action.safety === 'once'
export const isRunning = ({ runs }: CallFacts): boolean =>
  runs.some(({ state }) => state === 'running')

/** The cloud certainly did not execute the request, and the panel knows it. */
export const isCertainlyNotExecuted = ({ arrivedAt, end, isDelivered, isAnnounced }: SentRequest) =>
  (isDelivered && (end === 'refused' || end === 'not sent')) ||
  (isAnnounced && arrivedAt === undefined)

/** The call ends now: its signal, its deadline or the end of the panel. */
export const isEnding = (
  { abortedSignals, closedAt, clock }: Facts,
  call: CallFacts,
  nowMs = clock.now(),
): boolean =>
  closedAt !== undefined ||
  (call.script.signal !== undefined && abortedSignals.has(call.script.signal)) ||
  call.runs.every(
    (run) =>
      run.state !== 'running' ||
      (call.class !== 'pages' && nowMs >= startOf(call, run) + deadlineOf(call)),
  )

/** All runs of a command share the first one. */
const startOf = (call: CallFacts, run: Run): number =>
  (isCommand(call) ? (call.runs[0] ?? run) : run).startedAt

export const deadlineOf = ({ script }: CallFacts): number => script.deadlineMs ?? DEADLINE_MS

export const secretsIn = (value: unknown): boolean => {
  const { message } = value as { readonly message?: unknown }
  return `${message} ${JSON.stringify(value)}`.includes(SECRET)
}
