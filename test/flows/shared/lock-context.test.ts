import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { lockContext } from '../../../src/flows/shared/lock-context'
import { createHarness, type HarnessOptions } from '../support/flow-harness'
import { failureOf, outcomeOf } from '../support/settle'

const CREATE = 'tuya.m.device.lock.temppwd.create'
const EXECUTE = 'tuya.m.zigbee.lock.remotepwd.execute'
const CONTROL_ROUTE = 'POST /v1.0/devices/{device_id}/commands'
const TICKET = 'doorLock.passwordTicket'

describe('the context of a lock', () => {
  it('supports the operations that the panel can send and its lock type has', () => {
    const harness = createHarness({ lock: seed.locks.gardenGate, families: ['mini-program'] })
    const { supports } = lockContext(harness.panel, harness.deviceId, harness.options)
    expect(supports(TICKET)).toBe(true)
    // No transport supports the family; no Bluetooth lock has the operation; the operation does not exist.
    expect([CREATE, 'doorLock.openDoor', 'doorLock.nothing'].map(supports)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('rejects an operation that its lock type does not have, and sends nothing', async () => {
    const harness = createHarness({
      lock: seed.locks.gardenGate,
      families: ['mini-program', 'panel'],
    })
    const { call, pages } = lockContext(harness.panel, harness.deviceId, harness.options)
    const params = {
      device_id: 'x',
      password: 'x',
      password_type: 'ticket',
      ticket_id: 'x',
    } as const
    expect(await failureOf(harness.clock, call('doorLock.openDoor', params))).toMatchObject({
      kind: 'unsupported',
      action: 'doorLock.openDoor',
    })
    const query = {
      devId: 'x',
      offset: 0,
      limit: 1,
      dpIds: [1],
      startTime: '',
      endTime: '',
    } as const
    expect(() => pages('tuya.m.scale.history.list', query)).toThrow('a lock of type ble')
    expect(harness.steps).toEqual([])
  })

  it('selects the first supported operation, and names all of them if none is supported', () => {
    const harness = createHarness({ lock: seed.locks.frontDoor, families: ['panel'] })
    const { selectOperation } = lockContext(harness.panel, harness.deviceId, harness.options)
    const channels = [
      [TICKET, 'mini-program'],
      [CREATE, 'panel'],
    ] as const
    expect(selectOperation('flow', channels)).toBe('panel')
    expect(() => selectOperation('flow', channels.slice(0, 1))).toThrow(
      `flow: a lock of type wifi supports none of ${TICKET} on this panel. Nothing was sent.`,
    )
  })

  it('selects an operation that the panel sends itself before one that a route carries', () => {
    const channels = [
      ['doorLock.passwordFreeOpen', 'route'],
      [EXECUTE, 'panel'],
    ] as const
    const selected = (families: HarnessOptions['families']) => {
      const { panel, deviceId, options } = createHarness({ lock: seed.locks.garage, families })
      return lockContext(panel, deviceId, options).selectOperation('flow', channels)
    }
    expect(selected(['open-api'])).toBe('route')
    expect(selected(['panel', 'open-api'])).toBe('panel')
    expect(selected(['mini-program', 'panel', 'open-api'])).toBe('route')
  })

  it.each([
    ['a route for lock.lock()', seed.locks.garage, ['open-api'], CONTROL_ROUTE],
    ['the panel API for lock.lock()', seed.locks.garage, ['panel', 'open-api'], EXECUTE],
  ] as const)('sends %s', async (_, lock, families, name) => {
    const { panel, deviceId, options, clock, simulator } = createHarness({ lock, families })
    const door = remoteUnlock(panel, deviceId, options)
    await outcomeOf(clock, door.lock().done)
    expect(simulator.journal.map(({ action }) => action)).toEqual([name])
  })

  it.each([0, -1, Number.NaN, '15000'])('rejects the reportTimeoutMs %j', (reportTimeoutMs) => {
    const harness = createHarness({ lock: seed.locks.frontDoor, families: [] })
    const options = { ...harness.options, reportTimeoutMs: reportTimeoutMs as number }
    expect(() => lockContext(harness.panel, harness.deviceId, options)).toThrow('reportTimeoutMs')
  })
})
