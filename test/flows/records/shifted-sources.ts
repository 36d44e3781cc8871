import { Observable } from 'rxjs'
import { allActions } from '../../../actions'
import { createPanel } from '../../../src/core/panel/create-panel'
import type { TransportAnswer } from '../../../src/core/transport/transport'
import type { RecordSource } from '../../../src/flows/records/lock-record'
import { records } from '../../../src/flows/records/records'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { type HarnessOptions, repeatableRandom } from '../support/flow-harness'
import { recordHarness } from './record-harness'

type Change = (row: Record<string, unknown>, source: RecordSource) => void

/** The field with the rows, the field of their time, and its unit in milliseconds, of each source. */
const rowsIn: Readonly<
  Record<RecordSource, readonly [rows: string, time: string, unitMs: number]>
> = {
  'doorLock.listRecords': ['records', 'gmt_create', 1],
  'doorLock.operateRecords': ['records', 'time', 1],
  'tuya.m.scale.history.list': ['datas', 'gmtCreate', 1],
  'tuya.m.device.lock.alarm.list': ['datas', 'gmtCreate', 1],
  'doorLock.openingLogs': ['logs', 'update_time', 1000],
  'doorLock.alarmLogs': ['records', 'update_time', 1000],
}

/** A record harness over a cloud that changes the rows of its answers. */
export const changedHarness = (
  input: HarnessOptions,
  change: Change,
  more: Partial<LockOptions> = {},
) => {
  const harness = recordHarness(input, more)
  const { clock, simulator, options, deviceId } = harness
  const transport = simulator.asTransport()
  const panel = createPanel({
    actions: allActions,
    clock,
    random: repeatableRandom(),
    transport: {
      name: transport.name,
      families: input.families,
      send: (request) =>
        new Observable((subscriber) =>
          transport.send(request).subscribe({
            next: (answer) => subscriber.next(changed(answer, request.action, change)),
            error: (error) => subscriber.error(error),
            complete: () => subscriber.complete(),
          }),
        ),
    },
  })
  const { records: read } = records(panel, deviceId, options)
  return { ...harness, read }
}

const changed = (answer: TransportAnswer, action: string, change: Change): TransportAnswer => {
  const rowsField = rowsIn[action as RecordSource]?.[0]
  if (rowsField === undefined || !('text' in answer.body)) return answer
  const body = JSON.parse(answer.body.text) as Record<string, unknown>
  for (const page of [body, body.result]) {
    const rows = (page as Record<string, unknown> | null | undefined)?.[rowsField]
    if (Array.isArray(rows)) for (const row of rows) change(row, action as RecordSource)
  }
  return { ...answer, body: { text: JSON.stringify(body) } }
}

/** Shifts the times of each source by its own number of seconds. */
export const shiftedBy =
  (shifts: Readonly<Partial<Record<RecordSource, number>>>): Change =>
  (row, source) => {
    const [, time, unitMs] = rowsIn[source]
    row[time] = (row[time] as number) + ((shifts[source] ?? 0) * 1000) / unitMs
  }
