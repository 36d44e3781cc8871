import { Observable, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { DpSnapshot, DpValues } from '../../../src/data-points/data-points'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { failureOf, settle } from '../support/settle'
import { rowOf, settingsOver } from './support'

const schema = dpSchema([
  { code: 'auto_lock_time', id: 36, mode: 'rw', type: 'value', min: 0, max: 100, scale: 1 },
  { code: 'beep_volume', id: 31, mode: 'ro', type: 'enum', range: ['mute', 'high'] },
  { code: 'dormant_time_set', id: 90, mode: 'rw', type: 'raw' },
  { code: 'remote_no_dp_key', id: 61, mode: 'rw', type: 'raw' },
  { code: 'special_function', id: 91, mode: 'wo', type: 'bool' },
  { code: 'manual_lock', id: 46, mode: 'rw', type: 'bool' },
])

/** A lock whose reports and host the test controls. */
const controlled = (current?: () => Promise<DpSnapshot>, ofLock = schema) => {
  const reports$ = new Subject<DpValues>()
  const sent: DpValues[] = []
  const answers: DpValues[] = []
  const dataPoints = {
    reports$,
    current,
    send: (dps: DpValues) =>
      new Observable<never>((subscriber) => {
        sent.push(dps)
        for (const report of answers) reports$.next(report)
        subscriber.complete()
      }),
  }
  const input = { lock: seed.locks.gardenGate, families: [] }
  return { ...settingsOver(input, { dataPoints, schema: ofLock }), sent, answers, reports$ }
}

const knows = (dps: DpValues) => async () => ({ dps })

describe('the report of a setting', () => {
  it('is what set() resolves with, in the unit, also if the lock chose another value', async () => {
    const { door, clock, sent, answers } = controlled(knows({ auto_lock_time: 25 }))
    answers.push({ auto_lock_time: 40 })
    expect(await settle(clock, door.set('automaticLockTime', 3.3))).toBe(4)
    expect(sent).toEqual([{ auto_lock_time: 33 }])
  })

  it('is not a repeated report of the value before, and not an unreadable one', async () => {
    const { door, clock, answers, sent, timers } = controlled(knows({ auto_lock_time: 25 }))
    answers.push({ auto_lock_time: 25 }, { auto_lock_time: 'zz' }, { beep_volume: 'high' })
    const error = await failureOf(clock, door.set('automaticLockTime', 3))
    expect(error).toMatchObject({ kind: 'outcome-unknown', causeKind: 'unconfirmed' })
    expect(sent).toHaveLength(1)
    expect(timers.now).toBe(0)
  })

  it('is not a read of the value that the lock had before the command', async () => {
    const { door, clock } = controlled(knows({ auto_lock_time: 30 }))
    const error = await failureOf(clock, door.set('automaticLockTime', 3))
    expect(error).toMatchObject({ kind: 'outcome-unknown', causeKind: 'unconfirmed' })
  })

  it('may be lost, if a read of the host shows the value', async () => {
    let value = 25
    const { door, clock, reports$ } = controlled(async () => ({ dps: { auto_lock_time: value } }))
    const done = door.set('automaticLockTime', 3)
    value = 25
    clock.schedule(() => {
      value = 30
    }, 5_000)
    expect(await settle(clock, done)).toBe(3)
    expect(reports$.observed).toBe(false)
  })
})

describe('settings of a schema', () => {
  it('leave out what the lock only accepts, operations, and raw ones unless asked for', async () => {
    const { door, clock } = controlled(knows({ dormant_time_set: '0AFF', beep_volume: 'high' }))
    const codes = async (options?: { readonly raw: boolean }) =>
      (await settle(clock, door.list(options))).map(({ code }) => code)
    expect(await codes()).toEqual(['auto_lock_time', 'beep_volume'])
    expect(await codes({ raw: true })).toEqual([
      'auto_lock_time',
      'beep_volume',
      'dormant_time_set',
    ])
    const rows = await settle(clock, door.list({ raw: true }))
    expect(rowOf(rows, 'dormant_time_set')).toMatchObject({ kind: 'raw', value: '0aff' })
  })

  it('refuse a setting that is reported only, and send raw ones as hexadecimal text', async () => {
    const { door, clock, sent, answers } = controlled()
    expect(await failureOf(clock, door.set('volume', 'mute'))).toMatchObject({ kind: 'params' })
    expect(await failureOf(clock, door.set('sleepPeriod', '0af'))).toMatchObject({ kind: 'params' })
    expect(sent).toEqual([])
    answers.push({ dormant_time_set: '0AFE' })
    expect(await settle(clock, door.set('sleepPeriod', '0AFE'))).toBe('0afe')
    for (const code of ['manual_lock', 'special_function', 'remote_no_dp_key'])
      expect(await failureOf(clock, door.set(code, true))).toMatchObject({ kind: 'unsupported' })
    expect(sent).toHaveLength(1)
  })

  it('include the reminder of an opening with a key, and leave out records, messages and video', async () => {
    const codes = ['unlock_key_warn', 'unlock_key', 'lock_record', 'initiative_message']
    const rows = [...codes, 'video_request_realtime', 'muteMode'].map((code, at) => ({
      ...{ code, id: at + 1, mode: 'rw', type: 'bool' },
    }))
    const { door, clock, sent } = controlled(undefined, dpSchema(rows))
    const listed = (await settle(clock, door.list())).map(({ code }) => code)
    expect(listed).toEqual(['unlock_key_warn', 'muteMode'])
    for (const code of ['lock_record', 'initiative_message', 'video_request_realtime'])
      expect(await failureOf(clock, door.set(code, true))).toMatchObject({ kind: 'unsupported' })
    expect(sent).toEqual([])
  })

  it('are found by the code of a row, also if it is the name of another setting', async () => {
    const rows = ['sleep', 'dormant_switch'].map((code, at) => ({
      ...{ code, id: at + 1, mode: 'rw', type: 'bool' },
    }))
    const both = controlled(undefined, dpSchema(rows))
    both.answers.push({ sleep: true })
    expect(await settle(both.clock, both.door.set('sleep', true))).toBe(true)
    const named = controlled(undefined, dpSchema(rows.slice(1)))
    named.answers.push({ dormant_switch: true })
    expect(await settle(named.clock, named.door.set('sleep', true))).toBe(true)
    expect([both.sent, named.sent]).toEqual([[{ sleep: true }], [{ dormant_switch: true }]])
  })

  it('send nothing after the panel was closed', async () => {
    const { door, clock, panel, sent } = controlled()
    panel.close()
    expect(await failureOf(clock, door.set('automaticLockTime', 3))).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    expect(sent).toEqual([])
  })
})
