import { isOff, kindOfCode } from '../src/flows/records/source-record'
import { methodNumber, standardCode, unlockCodes } from '../src/flows/shared/unlock-codes'
import { decodeUnlockMethodEvent } from '../src/push-messages/unlock-method-event'
import { businessContract, type RowContent, statusContract } from './contracts'
import type { MessageEvent, PresenceEvent, StatusRow } from './event'
import { type ReadMessage, unreadable } from './read-message'

export interface EventTimes {
  readonly nowMs: number
  readonly lateAfterMs: number
}

/** The names of both generations of protocols. */
const presences: Readonly<Record<string, PresenceEvent['kind']>> = {
  online: 'online',
  deviceOnline: 'online',
  offline: 'offline',
  deviceOffline: 'offline',
  delete: 'removed',
}
const PROPERTIES = 'devicePropertyMessage'
const ENROLMENT = 'doorUnlockMethodStatus'

/** The events of a message. It is recognised by its content, because protocol numbers differ between projects. */
export const eventsOf = (message: ReadMessage, times: EventTimes): readonly MessageEvent[] => {
  const { messageId, data } = message
  const fields = typeof data === 'object' && data !== null ? data : {}
  if ('status' in fields) {
    const status = statusContract.readTolerantly(data)
    return status.ok
      ? statusEvents(message, status.value.devId, status.value.status, times)
      : [unreadable(messageId, 'contract', status.errors)]
  }
  const business = businessContract.readTolerantly(data)
  if (!business.ok) return [unknown(message)]
  const { bizCode, bizData } = business.value
  const deviceId = business.value.devId ?? bizData?.devId
  if (bizCode === PROPERTIES && deviceId !== undefined && bizData?.properties !== undefined)
    return statusEvents(message, deviceId, bizData.properties, times)
  const kind = Object.hasOwn(presences, bizCode) ? presences[bizCode] : undefined
  const isKnown = kind !== undefined || bizCode === ENROLMENT || bizCode === PROPERTIES
  if (!isKnown) return [unknown(message, bizCode, deviceId)]
  if (deviceId === undefined || bizCode === PROPERTIES) return [unreadable(messageId, 'contract')]
  const time = timed(message, bizData?.time ?? business.value.ts, times)
  if (kind !== undefined) return [{ kind, messageId, deviceId, ...time }]
  const step = decodeUnlockMethodEvent(data)
  if (step?._tag !== 'Right') return [unreadable(messageId, 'contract', step?.left)]
  return [{ kind: 'enrolment', messageId, deviceId, ...time, message: step.right }]
}

const unknown = (
  { messageId, protocol, data }: ReadMessage,
  bizCode?: string,
  deviceId?: string,
): MessageEvent => ({ kind: 'unknown', messageId, protocol, bizCode, deviceId, data })

const timed = (
  { publishedAtMs }: ReadMessage,
  reportedAtMs: number | undefined,
  { nowMs, lateAfterMs }: EventTimes,
) => {
  const atMs = reportedAtMs ?? publishedAtMs ?? nowMs
  return { atMs, isLate: Math.max(nowMs, publishedAtMs ?? nowMs) - atMs > lateAfterMs }
}

/** The order of the rows of one message is arbitrary: an unlock precedes the position of the bolt. */
const statusEvents = (
  message: ReadMessage,
  deviceId: string,
  contents: readonly RowContent[],
  times: EventTimes,
): readonly MessageEvent[] => {
  const { messageId } = message
  const rows = contents
    .map((content) => ({ ...pointOf(content), ...timed(message, content.t, times) }))
    .filter((row): row is StatusRow => row.code !== undefined)
  const [first] = rows
  if (first === undefined) return [unreadable(messageId, 'contract')]
  const derived = rows
    .map((row) => lockEvent(row, { messageId, deviceId, atMs: row.atMs, isLate: row.isLate }))
    .filter((event) => event !== undefined)
  const dps: Record<string, unknown> = {}
  for (const { code, value } of rows) dps[code] = value
  const atMs = Math.max(...rows.map((row) => row.atMs))
  const isLate = rows.every((row) => row.isLate)
  return [...derived, { kind: 'status', messageId, deviceId, atMs, isLate, rows, dps }]
}

/** A row without a code has only the id of its data point. */
const pointOf = (content: RowContent): { readonly code: string | undefined; value: unknown } => {
  const fields = content as Readonly<Record<string, unknown>>
  const dpId = Object.keys(fields).find((name) => /^\d+$/.test(name))
  return {
    code: content.code || dpId,
    value: fields.value ?? (dpId === undefined ? undefined : fields[dpId]),
  }
}

const lockEvent = (
  { code, value }: StatusRow,
  base: Pick<StatusRow, 'atMs' | 'isLate'> & { messageId: string; deviceId: string },
): MessageEvent | undefined => {
  switch (kindOfCode(code)) {
    case 'opening': {
      const standard = standardCode(code)
      const method = unlockCodes[standard]
      if (method === undefined || isOff(value)) return undefined
      const unlockSn = methodNumber(code, String(value))
      const number = unlockSn === undefined ? {} : { unlockSn }
      return { kind: 'unlock', ...base, method, code: standard, value, ...number }
    }
    case 'alarm':
      return isOff(value) ? undefined : { kind: 'alarm', ...base, code, value }
    case 'doorbell':
      return isOff(value) ? undefined : { kind: 'doorbell', ...base }
    default:
      return undefined
  }
}
