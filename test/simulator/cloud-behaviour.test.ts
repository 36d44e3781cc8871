import { describe, expect, it } from 'vitest'
import { type Simulator, seed } from '../../simulator'
import { call, codeOf, frontDoor, type Params, passwordParams, START_MS, simulated } from './client'

const device_id = frontDoor.id
const CREATE = 'doorLock.createTemporaryPassword'
const LIST = 'doorLock.getTemporaryPasswordList'
const RECORDS = 'doorLock.listRecords'

interface Page {
  readonly records: readonly { readonly [field: string]: unknown }[]
  readonly total: number
  readonly total_pages: number
  readonly has_more: boolean
}
const users = (simulator: Simulator, page_no: number, page_size: number) =>
  call<Page>(simulator, 'doorLock.listUsers', {
    device_id,
    target_standard_dp_codes: '',
    page_no,
    page_size,
  })
const records = (simulator: Simulator, more: Params = {}) =>
  call<Page>(simulator, RECORDS, {
    device_id,
    target_standard_dp_codes: '',
    start_time: 0,
    end_time: 0,
    page_no: 1,
    page_size: 10,
    ...more,
  })
const openings = (simulator: Simulator) =>
  call<{ logs: readonly { readonly update_time: number }[] }>(simulator, 'doorLock.openingLogs', {
    device_id,
    start_time: 0,
    end_time: 0,
    page_no: 1,
    page_size: 10,
  }).logs
const listed = (simulator: Simulator) =>
  call<readonly { readonly name: string; readonly phase: number }[]>(simulator, LIST, {
    device_id,
    valid: true,
  })

describe('clockOffsetMs', () => {
  const OFFSET_MS = 600_000

  it('is added to the times of answers, records, requests, the journal and expiries', () => {
    const simulator = simulated({ seed: { ...seed, clockOffsetMs: OFFSET_MS } })
    const cloudMs = START_MS + OFFSET_MS
    expect(call(simulator, 'timer.currentTime')).toBe(cloudMs)
    const past = passwordParams(simulator, { pin: '1234567' })
    expect(codeOf(simulator, CREATE, past)).toBe(2318)
    const now = passwordParams(simulator, { pin: '1234567', effective_time: cloudMs / 1000 })
    expect(codeOf(simulator, CREATE, now)).toBeUndefined()
    expect(simulator.journal.map(({ at }) => at)).toEqual([cloudMs])
    expect(simulator.requests.at(-1)?.at).toBe(cloudMs)
    simulator.typeCode(device_id, '1234568')
    expect(records(simulator).records[0]).toMatchObject({ gmt_create: cloudMs })
  })

  it('does not change how long a lock takes', () => {
    const simulator = simulated({ seed: { ...seed, clockOffsetMs: -OFFSET_MS } })
    call(simulator, CREATE, passwordParams(simulator, { pin: '1234567' }))
    simulator.clock.advance(1_999)
    expect(listed(simulator)).toMatchObject([{ phase: 1 }])
    simulator.clock.advance(1)
    expect(listed(simulator)).toMatchObject([{ phase: 2 }])
  })
})

describe('listLagMs', () => {
  const LAG_MS = 5_000
  const lagging = () => simulated({ seed: { ...seed, listLagMs: LAG_MS } })

  it('shows each state of a password so much later, and the name that it had then', () => {
    const simulator = lagging()
    const { id } = call<{ id: number }>(simulator, CREATE, passwordParams(simulator, {}))
    const seen: unknown[] = []
    for (let passedMs = 0; passedMs <= 9_000; passedMs += 1_000) {
      seen.push(
        listed(simulator)
          .map(({ name, phase }) => `${name} ${phase}`)
          .join(),
      )
      if (passedMs === 4_000)
        call(simulator, 'doorLock.modifyTemporaryPassword', {
          device_id,
          password_id: id,
          name: 'Renamed',
        })
      simulator.clock.advance(1_000)
    }
    const [sent, stored, renamed] = ['Guest 1234567 1', 'Guest 1234567 2', 'Renamed 2']
    expect(seen).toEqual(['', '', '', '', '', sent, sent, stored, stored, renamed])
  })

  it('shows a record later, and a data point at once', () => {
    const simulator = lagging()
    const count = () => records(simulator).total
    const before = count()
    call(simulator, 'device.control', {
      device_id,
      commands: [{ code: 'lock_motor_state', value: true }],
    })
    const motor = () =>
      call<{ code: string; value: unknown }[]>(simulator, 'device.status', { device_id }).find(
        ({ code }) => code === 'lock_motor_state',
      )?.value
    expect([count() - before, motor()]).toEqual([0, true])
    simulator.clock.advance(LAG_MS - 1)
    expect(count() - before).toBe(0)
    simulator.clock.advance(1)
    expect(count() - before).toBe(1)
  })

  it('does not delay the effect of a command on the next command', () => {
    const simulator = lagging()
    call(simulator, CREATE, passwordParams(simulator, {}))
    expect(codeOf(simulator, CREATE, passwordParams(simulator, {}))).toBe(2316)
  })
})

describe('pages', () => {
  const names = ({ records: rows }: Page) => rows.map(({ nick_name }) => nick_name)
  const all = ['Olivia', 'Adam', 'Chloe', 'Liam']

  it('have at most mostRowsPerPage rows, and the next page follows them', () => {
    const simulator = simulated({ seed: { ...seed, mostRowsPerPage: 3 } })
    const [first, second] = [users(simulator, 1, 50), users(simulator, 2, 50)]
    expect([names(first), names(second)]).toEqual([all.slice(0, 3), all.slice(3)])
    expect(first).toMatchObject({ total: 4, total_pages: 2, has_more: true })
    expect(names(users(simulator, 2, 2))).toEqual(all.slice(2))
  })

  it.each([
    ['of-page', { total: 2, total_pages: 1, has_more: true }],
    ['none', { total: 0, total_pages: 0, has_more: true }],
    ['endless', { total: 10_000, total_pages: 10_000, has_more: true }],
  ] as const)('have wrong totals with listTotals %s, and the right rows', (listTotals, totals) => {
    const simulator = simulated({ seed: { ...seed, listTotals } })
    expect(users(simulator, 1, 2)).toMatchObject(totals)
    expect(names(users(simulator, 2, 2))).toEqual(all.slice(2))
    delete simulator.world.listTotals
    expect(users(simulator, 1, 2)).toMatchObject({ total: 4, total_pages: 2 })
  })

  it('are the first one for ever with repeatsFirstPage', () => {
    const simulator = simulated({ seed: { ...seed, repeatsFirstPage: true } })
    expect(names(users(simulator, 7, 2))).toEqual(all.slice(0, 2))
  })
})

describe('deniedActions', () => {
  it('are refused with their code before their parameters are checked; others are not', () => {
    const simulator = simulated({ seed: { ...seed, deniedActions: { [RECORDS]: 28841105 } } })
    expect(codeOf(simulator, RECORDS)).toBe(28841105)
    expect(openings(simulator)).toHaveLength(2)
  })
})

describe('recordOffsetsMs', () => {
  it('moves the times of one list of records and of its filter', () => {
    const simulator = simulated({ seed: { ...seed, recordOffsetsMs: { [RECORDS]: 3_000 } } })
    simulator.clock.advance(1)
    simulator.typeCode(device_id, '0000000')
    const [{ gmt_create }] = records(simulator).records as [{ gmt_create: number }]
    expect(gmt_create).toBe(START_MS + 3_001)
    expect(simulator.world.log.at(-1)?.timeMs).toBe(START_MS + 1)
    const later = records(simulator, { start_time: START_MS + 2_000 })
    expect(later.records).toHaveLength(1)
  })
})
