import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { capabilities } from '../../../src/flows/capabilities/capabilities'
import { createHarness, type HarnessOptions } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'

const { frontDoor, gardenGate, garage, office } = seed.locks

const harnessOf = (harnessOptions: HarnessOptions, more: object = {}) => {
  const harness = createHarness(harnessOptions)
  const { panel, deviceId, options } = harness
  return { ...harness, door: capabilities(panel, deviceId, { ...options, ...more }) }
}
const overMiniProgram = (lock: HarnessOptions['lock']) =>
  harnessOf({ lock, families: ['mini-program'] })
const overPanel = (lock: HarnessOptions['lock'], more?: object) =>
  harnessOf({ lock, families: ['panel'] }, more)

describe('supports()', () => {
  it.each([
    { action: 'doorLock.passwordTicket', lock: frontDoor, isSupported: true },
    { action: 'doorLock.passwordTicket', lock: garage, isSupported: true },
    { action: 'doorLock.listRecords', lock: garage, isSupported: false },
    { action: 'doorLock.bleOpenInstruction', lock: gardenGate, isSupported: true },
    { action: 'doorLock.bleOpenInstruction', lock: frontDoor, isSupported: false },
    { action: 'doorLock.getDynamicPassword', lock: office, isSupported: true },
    { action: 'doorLock.openDoor', lock: office, isSupported: false },
    { action: 'doorLock.passwordTikcet', lock: frontDoor, isSupported: false },
  ] as const)('is $isSupported for $action on $lock.name', ({ action, lock, isSupported }) => {
    expect(overMiniProgram(lock).door.supports(action)).toBe(isSupported)
  })

  it('is false for an operation that the panel cannot send', () => {
    expect(overPanel(frontDoor).door.supports('doorLock.passwordTicket')).toBe(false)
    expect(overPanel(frontDoor).door.supports('tuya.m.device.member.list')).toBe(true)
    expect(overPanel(garage).door.supports('tuya.m.device.member.list')).toBe(false)
    // The operation has a separate version for this lock type.
    expect(overPanel(gardenGate).door.supports('tuya.m.device.member.list')).toBe(true)
  })
})

describe('capabilities()', () => {
  it('returns the data points with the ids of the lock, and the unlocking methods', async () => {
    const { door, clock } = overMiniProgram(frontDoor)
    const { type, dataPoints, methods, schema } = await settle(clock, door.capabilities())
    expect(type).toBe('wifi')
    expect(dataPoints).toContainEqual({ code: 'unlock_fingerprint', id: 1 })
    expect(methods).toEqual(['fingerprint', 'password', 'card'])
    expect(schema?.codeOf('5')).toBe('unlock_card')
  })

  it('returns other data points for another lock', async () => {
    const { door, clock } = overMiniProgram(gardenGate)
    const { dataPoints, methods } = await settle(clock, door.capabilities())
    expect(dataPoints).toContainEqual({ code: 'unlock_fingerprint', id: 12 })
    expect(methods).toEqual(['fingerprint', 'password', 'card', 'phone'])
  })

  it('sends one request, and another one only after a failure', async () => {
    const { door, clock, simulator, steps } = overMiniProgram(frontDoor)
    simulator.faults.next('doorLock.getAvailableInstructions', { vendorCode: 1106 })
    expect(await failureOf(clock, door.capabilities())).toMatchObject({
      kind: 'vendor',
      code: 1106,
    })
    await settle(clock, Promise.all([door.capabilities(), door.capabilities()]))
    await settle(clock, door.capabilities())
    expect(steps).toHaveLength(2)
  })

  it('takes the ids from the schema of the host if the cloud returns none, and sends no request', async () => {
    const schema = dpSchema([
      { code: 'unlock_card', id: 5 },
      { code: 'unlock_finger_vein', id: 43 },
      { code: 'beep_volume', id: 31 },
    ])
    const { door, clock, steps } = overPanel(frontDoor, { schema })
    const found = await settle(clock, door.capabilities())
    expect(found).toMatchObject({
      dataPoints: [
        { code: 'unlock_card', id: 5 },
        { code: 'unlock_finger_vein', id: 43 },
      ],
      methods: ['card', 'finger-vein'],
    })
    expect(found.schema).toBe(schema)
    expect(steps).toEqual([])
  })

  it('returns empty lists without a source of data points', async () => {
    const { door, clock, steps } = overMiniProgram(garage)
    const found = await settle(clock, door.capabilities())
    expect(found).toMatchObject({ dataPoints: [], methods: [] })
    expect(found).not.toHaveProperty('schema')
    expect(found.can).toMatchObject({
      remoteUnlockWithPassword: true,
      records: true,
      sharing: false,
    })
    expect(steps).toEqual([])
  })
})

describe('apiRequest() of a lock', () => {
  it('calls apiRequest of the panel', async () => {
    const { door, clock, deviceId } = overMiniProgram(frontDoor)
    const ticket = await settle(
      clock,
      door.apiRequest('doorLock.passwordTicket', { device_id: deviceId }),
    )
    expect(ticket.expire_time).toBeGreaterThan(0)
  })

  it('accepts call options and the object form of the vendor', async () => {
    const { door, clock, deviceId, steps } = overMiniProgram(frontDoor)
    const aborted = { aborted: true, addEventListener: () => {}, removeEventListener: () => {} }
    const options = { signal: aborted }
    const objectForm = door.apiRequest as (...args: readonly unknown[]) => Promise<unknown>
    const action = 'doorLock.passwordTicket'
    const params = { device_id: deviceId }
    const cancelled = { kind: 'cancelled', delivery: 'not-sent' }
    expect(await failureOf(clock, door.apiRequest(action, params, options))).toMatchObject(
      cancelled,
    )
    expect(await failureOf(clock, objectForm({ action, params }, options))).toMatchObject(cancelled)
    expect(steps).toEqual([])
    expect(await settle(clock, objectForm({ action, params }))).toHaveProperty('ticket_id')
  })

  it('rejects an operation that the lock does not support, before a request is sent', async () => {
    const { door, clock, deviceId, simulator, events } = overMiniProgram(office)
    const listing = door.apiRequest('doorLock.getIssuedConfig', { device_id: deviceId })
    expect(await failureOf(clock, listing)).toMatchObject({
      kind: 'unsupported',
      action: 'doorLock.getIssuedConfig',
      family: 'mini-program',
    })
    expect(simulator.requests).toEqual([])
    expect(events).toEqual([])
  })

  it('suggests a name for an operation that the panel does not have', async () => {
    const { door, clock, simulator } = overMiniProgram(frontDoor)
    const misspelt = door.apiRequest('doorLock.passwordTikcet' as never, {} as never)
    expect(String(await failureOf(clock, misspelt))).toContain(
      'did you mean doorLock.passwordTicket',
    )
    expect(simulator.requests).toEqual([])
  })

  it('sends an operation in the version for the lock type', async () => {
    const { deviceId: id, panel, options } = overPanel(gardenGate)
    const calls: unknown[] = []
    const recording = {
      ...panel,
      apiRequest: async (...args: readonly unknown[]) => {
        calls.push(args)
        return []
      },
    }
    const { apiRequest } = capabilities(recording, id, options)
    await apiRequest('tuya.m.device.member.list', { devId: id }, { timeoutMs: 1_000 })
    expect(calls).toEqual([
      ['tuya.m.device.member.list', { devId: id }, { lockType: 'ble', timeoutMs: 1_000 }],
    ])
  })
})
