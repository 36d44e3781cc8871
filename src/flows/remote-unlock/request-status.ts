import type { CallOptions } from '../../core/pipeline/call'
import { readDevice, readStatusOnly, type STATUS } from '../shared/device-status'
import type { LockContext, ResultOfCall } from '../shared/lock-context'

/** The remaining seconds; 0 without a request. */
export const REQUEST = 'unlock_request'
const TIME = 'timer.currentTime'
/** No lock waits longer; a higher value is not a number of seconds. */
const LONGEST_SECONDS = 3_600
const READ_TIMEOUT_MS = 10_000

/** What the cloud shows of the requests at the door. The number stays until the lock reports another one. */
export interface RequestStatus {
  readonly seconds: number | undefined
  /** When the lock last reported anything, in seconds by the clock of the cloud; absent if the cloud does not return it. */
  readonly updatedS?: number | undefined
  /** The other values of the status, as text. */
  readonly others: string
}

/** Reads the status without the time of its last update. */
export const readStatus = async (
  context: LockContext,
  options: CallOptions,
): Promise<RequestStatus> => requestIn(await readStatusOnly(context, options))

/** Reads the status with the time of its last update, or without it if the panel cannot read that. */
export const readWithTime = async (
  context: LockContext,
  options: CallOptions,
): Promise<RequestStatus> => {
  const { status, updatedS } = await readDevice(context, options)
  return requestIn(status, updatedS)
}

const requestIn = (status: ResultOfCall<typeof STATUS>, updatedS?: number): RequestStatus => ({
  seconds: secondsOf(status.find(({ code }) => code === REQUEST)?.value),
  updatedS,
  others: JSON.stringify(status.filter(({ code }) => code !== REQUEST)),
})

/**
 * Whether a request had expired when it was read, by the clock of the cloud. The lock reported it before the last update
 * of the status, in whole seconds. A request whose age cannot be read counts.
 */
export const isExpired = async (
  { call, supports }: LockContext,
  { seconds = 0, updatedS }: RequestStatus,
  options: CallOptions,
): Promise<boolean> => {
  if (seconds === 0 || updatedS === undefined || !supports(TIME)) return false
  const limits = { ...options, deadlineMs: READ_TIMEOUT_MS }
  const nowMs = await call(TIME, {}, limits).catch(() => 0)
  return nowMs > (updatedS + 1 + seconds) * 1_000
}

/**
 * Whether the lock has reported a request, or its end, since the read before. The same number is a new report if the
 * status was updated and no other value changed; after an answer of this panel, other values may have changed with it.
 */
export const isNewReport = (
  before: RequestStatus,
  { seconds = 0, updatedS, others }: RequestStatus,
  isAnswered: boolean,
): boolean =>
  seconds !== before.seconds ||
  (seconds > 0 &&
    before.updatedS !== undefined &&
    updatedS !== undefined &&
    updatedS > before.updatedS &&
    (isAnswered || others === before.others))

export const secondsOf = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= LONGEST_SECONDS ? Math.ceil(value) : undefined
