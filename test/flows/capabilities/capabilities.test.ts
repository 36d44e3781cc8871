import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { capabilities } from '../../../src/flows/capabilities/capabilities'
import { createHarness, type HarnessOptions } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'

const { frontDoor, gardenGate, garage, office } = seed.locks

const stageOf = (wanted: HarnessOptions, more: object = {}) => {
  const stage = createHarness(wanted)
  const { panel, deviceId, options } = stage
  return { ...stage, door: capabilities(panel, deviceId, { ...options, ...more }) }
}
const overMiniProgram = (lock: HarnessOptions['lock']) =>
  stageOf({ lock, families: ['mini-program'] })
const overPanel = (lock: HarnessOptions['lock'], more?: object) =>
  stageOf({ lock, families: ['panel'] }, more)

describe('what a lock supports', () => {
  it.each([
    ['doorLock.passwordTicket', frontDoor, true],
    ['doorLock.passwordTicket', garage, true],
    ['doorLock.listRecords', garage, false],
    ['doorLock.bleOpenInstruction', gardenGate, true],
    ['doorLock.bleOpenInstruction', frontDoor, false],
    ['doorLock.getDynamicPassword', office, false],
    ['doorLock.passwordTikcet', frontDoor, false],
  ] as const)('%s on $1.name', (action, lock, isSupported) => {
    expect(overMiniProgram(lock).door.supports(action)).toBe(isSupported)
  })

  it('is what the panel can send too', () => {
    expect(overPanel(frontDoor).door.supports('doorLock.passwordTicket')).toBe(false)
    expect(overPanel(frontDoor).door.supports('tuya.m.device.member.list')).toBe(true)
    expect(overPanel(garage).door.supports('tuya.m.device.member.list')).toBe(false)
    // A version of its own stands for the type of lock that it is for.
    expect(overPanel(gardenGate).door.supports('tuya.m.device.member.list')).toBe(true)
  })
})

describe('the capabilities of a lock', () => {
  it('name its data points, with its own ids, and how it is opened', async () => {
    const { door, clock } = overMiniProgram(frontDoor)
    const { type, dataPoints, methods, schema } = await settle(clock, door.capabilities())
    expect(type).toBe('wifi')
    expect(dataPoints).toContainEqual({ code: 'unlock_fingerprint', id: 1 })
    expect(methods).toEqual(['fingerprint', 'password', 'card'])
    expect(schema?.codeOf('5')).toBe('unlock_card')
  })

  it('differ from lock to lock', async () => {
    const { door, clock } = overMiniProgram(gardenGate)
    const { dataPoints, methods } = await settle(clock, door.capabilities())
    expect(dataPoints).toContainEqual({ code: 'unlock_fingerprint', id: 12 })
    expect(methods).toEqual(['fingerprint', 'password', 'card', 'phone'])
  })

  it('ask once, and again only after a failure', async () => {
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

  it('take the ids that the host told where the cloud tells none, and send nothing', async () => {
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

  it('are empty without a source', async () => {
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

describe('a request through a lock', () => {
  it('is the request of the panel', async () => {
    const { door, clock, deviceId } = overMiniProgram(frontDoor)
    const ticket = await settle(
      clock,
      door.apiRequest('doorLock.passwordTicket', { device_id: deviceId }),
    )
    expect(ticket.expire_time).toBeGreaterThan(0)
  })

  it('takes the options of a call, and the form of the vendor', async () => {
    const { door, clock, deviceId, steps } = overMiniProgram(frontDoor)
    const stopped = { aborted: true, addEventListener: () => {}, removeEventListener: () => {} }
    const options = { signal: stopped }
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

  it('is refused before it leaves where the lock has no such operation', async () => {
    const { door, clock, deviceId, simulator, events } = overMiniProgram(office)
    const listing = door.apiRequest('doorLock.alarmLogs', {
      device_id: deviceId,
      codes: 'hijack',
      page_no: 1,
      page_size: 20,
    })
    expect(await failureOf(clock, listing)).toMatchObject({
      kind: 'unsupported',
      action: 'doorLock.alarmLogs',
      family: 'mini-program',
    })
    expect(simulator.requests).toEqual([])
    expect(events).toEqual([])
  })

  it('is refused by the panel where it has no such operation', async () => {
    const { door, clock, simulator } = overMiniProgram(frontDoor)
    const wrong = door.apiRequest('doorLock.passwordTikcet' as never, {} as never)
    expect(String(await failureOf(clock, wrong))).toContain('did you mean doorLock.passwordTicket')
    expect(simulator.requests).toEqual([])
  })

  it('goes in the version of the type of lock', async () => {
    const { deviceId: id, panel, options } = overPanel(gardenGate)
    const asked: unknown[] = []
    const recording = {
      ...panel,
      apiRequest: async (...args: readonly unknown[]) => {
        asked.push(args)
        return []
      },
    }
    const { apiRequest } = capabilities(recording, id, options)
    await apiRequest('tuya.m.device.member.list', { devId: id }, { timeoutMs: 1_000 })
    expect(asked).toEqual([
      ['tuya.m.device.member.list', { devId: id }, { lockType: 'ble', timeoutMs: 1_000 }],
    ])
  })
})
