import { flatMap } from '../../core/contract/flat-map'
import type { CallOptions } from '../../core/pipeline/call'
import type { LockContext } from '../shared/lock-context'
import { standardCode } from '../shared/unlock-codes'
import { remoteOpenings } from './bolt-reports'
import { READ_TIMEOUT_MS } from './poll-status'

/** A command whose record is searched. */
export interface RecordedCommand {
  /** By the phone's clock. */
  readonly sentAtMs: number
  /** The command is not older, whatever the phone's clock shows. */
  readonly maxAgeMs: number
  readonly userId: string | undefined
  /** The lock logs an unlock with a password under the code of the password. */
  readonly hasPassword: boolean
}

interface UnlockRow {
  /** The latest possible time. */
  readonly atMs: number
  readonly userId: string | undefined
  readonly codes: readonly string[]
}

const TIME = 'timer.currentTime'
const LIST = 'doorLock.listRecords'
const LOGS = 'doorLock.openingLogs'
const passwords = ['unlock_temporary', 'unlock_password']
const PAGE = { page_no: 1, page_size: 20 }

/**
 * Whether the records show an unlock by this command: a lock that locks itself may be locked again before its status is
 * read. The time of the command is converted to the cloud's time; without that, an earlier unlock could be taken for this.
 */
export const isUnlockRecorded = async (
  context: LockContext,
  { sentAtMs, maxAgeMs, userId, hasPassword }: RecordedCommand,
  signal: CallOptions['signal'],
): Promise<boolean> => {
  const { call, clock, cloudNow, isCloudTimeKnown, supports } = context
  if (!(isCloudTimeKnown() || supports(TIME)) || !(supports(LIST) || supports(LOGS))) return false
  const options = { signal, deadlineMs: READ_TIMEOUT_MS }
  // The documented answer to this is the time itself, which needs no envelope.
  const cloudMs = isCloudTimeKnown() ? cloudNow() : await call(TIME, {}, options)
  const sinceMs = cloudMs - Math.min(Math.max(clock.now() - sentAtMs, 0), maxAgeMs)
  const codes = hasPassword ? [...remoteOpenings, ...passwords] : remoteOpenings
  const rows = await readRows(context, Math.floor(sinceMs), codes, options)
  return rows.some(
    (row) =>
      row.atMs >= sinceMs &&
      row.codes.some((code) => codes.includes(standardCode(code))) &&
      // A password may have no user, or another one.
      (hasPassword || userId === undefined || isUnknown(row.userId) || row.userId === userId),
  )
}

/** The vendor writes user 0 for no user. */
const isUnknown = (userId: string | undefined) => !userId || userId === '0'

const readRows = async (
  { call, deviceId: device_id, supports, clock }: LockContext,
  start_time: number,
  codes: readonly string[],
  options: CallOptions,
): Promise<readonly UnlockRow[]> => {
  if (supports(LIST)) {
    const target_standard_dp_codes = flatMap(codes, (code) => [code, `${code}_kit`]).join(',')
    const range = { start_time, end_time: 0, ...PAGE }
    const page = await call(LIST, { device_id, target_standard_dp_codes, ...range }, options)
    return page.records.map(({ gmt_create, user_id, dps }) => ({
      atMs: gmt_create,
      userId: user_id,
      codes: flatMap(dps, (dp) => Object.keys(dp)),
    }))
  }
  // No document says that 0 means no upper limit; a phone's clock may be a day behind.
  const end_time = Math.max(clock.now(), start_time) + DAY_MS
  const { logs } = await call(LOGS, { device_id, start_time, end_time, ...PAGE }, options)
  return logs.map(({ update_time, user_id, status }) => ({
    atMs: update_time * 1000 + 999,
    userId: user_id,
    codes: status.map(({ code }) => code),
  }))
}

const DAY_MS = 86_400_000
