import type { MessageEvent } from '../../messages/event'
import { kindOfCode } from '../../src/flows/records/source-record'

/** What a stream sends to the panels of a lock. */
export interface PanelMessage {
  /** A server-sent event without a name is a push message for the option `pushes$` of `lock`. */
  readonly event?: 'presence'
  readonly data: unknown
}

/**
 * The part of an event that a panel may see, in a form that flows read. Without the records, it contains neither who
 * opened the door nor alarms.
 */
export const panelMessage = (
  event: MessageEvent,
  deviceId: string,
  seesRecords: boolean,
): PanelMessage | undefined => {
  if (!('deviceId' in event) || event.deviceId !== deviceId) return undefined
  switch (event.kind) {
    case 'online':
    case 'offline':
    case 'removed':
      return { event: 'presence', data: { kind: event.kind, atMs: event.atMs } }
    case 'enrolment':
      return seesRecords ? { data: event.message } : undefined
    case 'status': {
      const rows = event.rows.filter(({ code }) => seesRecords || kindOfCode(code) === undefined)
      const properties = rows.map(({ code, value, atMs }) => ({ code, value, time: atMs }))
      return properties.length === 0
        ? undefined
        : { data: { bizCode: 'devicePropertyMessage', bizData: { devId: deviceId, properties } } }
    }
    default:
      // The data points of the status event contain the same.
      return undefined
  }
}
