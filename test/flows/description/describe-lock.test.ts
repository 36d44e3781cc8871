import { describe, expect, it } from 'vitest'
import { type Lock, seed } from '../../../simulator'
import type { Family, LockType } from '../../../src/core/action'
import { tyDataPoints } from '../../../src/data-points/ty-data-points'
import {
  type DescribeLockOptions,
  describeLock,
} from '../../../src/flows/description/describe-lock'
import { lock } from '../../../src/flows/lock'
import { createHarness } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'

const { frontDoor, garage, gardenGate, loft } = seed.locks

const described = (
  seeded: Lock,
  families: readonly Family[],
  options: DescribeLockOptions = {},
) => {
  const harness = createHarness({ lock: seeded, families })
  const { panel, deviceId, clock } = harness
  const read = () => describeLock(panel, deviceId, { ...options, clock })
  return { ...harness, read }
}

const DEVICE = 'GET /v1.0/devices/{device_id}'
const MODEL = 'GET /v2.0/cloud/thing/{device_id}/model'

describe('describeLock', () => {
  it.each([
    ['open-api', garage, ['open-api'], undefined, 'zigbee'],
    ['open-api', frontDoor, ['open-api'], ['wifi', 'ble'], 'wifi'],
    ['open-api', gardenGate, ['open-api'], ['wifi', 'ble'], 'ble'],
    ['mini-program', garage, ['mini-program'], ['wifi', 'zigbee'], 'zigbee'],
  ] as const)('tells the type over %s: %o', async (_, seeded, families, among, type) => {
    const { read, clock } = described(seeded, families, {
      ...(among !== undefined && { among: among as readonly LockType[] }),
    })
    expect(await settle(clock, read())).toMatchObject({ type })
  })

  it.each(['ty', 'TYSdk'] as const)('reads the data points of the host %s', async (name) => {
    const { simulator, panel, clock } = createHarness({ lock: gardenGate, families: [] })
    const { id: deviceId } = gardenGate
    const hosts = { ty: simulator.asTy({ deviceId }), TYSdk: simulator.asTYSdk({ deviceId }) }
    const options = { host: hosts[name], among: ['wifi', 'ble'], clock } as const
    const { type, schema } = await settle(clock, describeLock(panel, deviceId, options))
    expect([type, schema?.idOf('beep_volume')]).toEqual(['ble', '31'])
    if (schema === undefined) throw new Error('the schema is missing')
    const dataPoints = tyDataPoints(hosts.ty, { deviceId, schema })
    const door = lock(panel, deviceId, { type, schema, clock, dataPoints })
    expect(await settle(clock, door.settings.set('volume', 'high'))).toBe('high')
  })

  it('gives options that lock() accepts', async () => {
    const { read, panel, deviceId, clock } = described(garage, ['open-api'])
    const door = lock(panel, deviceId, { ...(await settle(clock, read())), clock })
    expect(door.type).toBe('zigbee')
    expect(await settle(clock, door.settings.set('volume', 'low'))).toBe('low')
  })

  it('does not guess: names the types that remain', async () => {
    const { read, clock } = described(frontDoor, ['open-api'])
    const error = await failureOf(clock, read())
    expect(error).toMatchObject({ kind: 'lock', reason: 'type-unknown' })
    expect(String(error)).toContain('wifi, wifi-keepalive')
    expect(String(error)).not.toContain('ble')
    const gateway = described(loft, ['open-api'])
    expect(String(await failureOf(gateway.clock, gateway.read()))).toContain('ble, ble-gateway')
  })

  it.each([
    [garage, undefined, 'zigbee'],
    [gardenGate, ['wifi', 'zigbee', 'ble'], 'ble'],
    [frontDoor, ['wifi', 'zigbee', 'ble'], 'wifi'],
  ] as const)('tells the radio by the device info of ty: %#', async (seeded, among, type) => {
    const { simulator, panel, clock } = createHarness({ lock: seeded, families: [] })
    const host = simulator.asTy({ deviceId: seeded.id })
    const options = { host, clock, ...(among !== undefined && { among }) }
    const { schema, ...rest } = await settle(clock, describeLock(panel, seeded.id, options))
    expect(rest).toEqual({ type })
    expect(schema?.drift).toEqual([])
    expect(schema?.definitions.map(({ code }) => code)).toContain('auto_lock_time')
  })

  it.each([
    ['jtmsbh', 'wifi-keepalive'],
    ['mk', 'access-control'],
    ['videolock', 'wifi-video'],
  ])('tells the type by the category %s in the cloud', async (category, type) => {
    for (const family of ['open-api', 'mini-program'] as const) {
      const { read, clock, lock: seeded } = described(frontDoor, [family])
      Object.assign(seeded, { category })
      expect(await settle(clock, read())).toMatchObject({ type })
    }
  })

  it('tells the radio by the instructions over mini-program, which are no schema', async () => {
    const { read, clock } = described(gardenGate, ['mini-program'], { among: ['wifi', 'ble'] })
    const { type, schema } = await settle(clock, read())
    expect([type, schema]).toEqual(['ble', undefined])
  })

  it('fails if the sources contradict each other', async () => {
    const { read, clock, lock: seeded } = described(gardenGate, ['open-api'])
    Object.assign(seeded, { category: 'mk' })
    const error = await failureOf(clock, read())
    expect(error).toMatchObject({ reason: 'type-unknown' })
    expect(String(error)).toContain('contradict each other')
  })

  it('rejects options of another type before anything is read', async () => {
    const wrong = { among: 'wifi', panelConfig: { fun: { digitalBase: 3 } } } as never
    const { read, clock, steps } = described(garage, ['open-api'], wrong)
    expect(await failureOf(clock, read())).toMatchObject({
      kind: 'params',
      issues: [{ path: 'among' }, { path: 'panelConfig.fun.digitalBase' }],
    })
    expect(steps).toEqual([])
  })

  it('gives the digits of the panel configuration, which lock() accepts', async () => {
    const panelConfig = { fun: { digitalBase: 5, isHideZero: true } }
    const { read, panel, deviceId, clock } = described(garage, ['open-api'], { panelConfig })
    const options = await settle(clock, read())
    expect(options.digits).toEqual({ base: 6, zero: false, length: 8 })
    expect(lock(panel, deviceId, { ...options, clock }).type).toBe('zigbee')
  })

  it('fails if the lock has none of the named types', async () => {
    const { read, clock } = described(garage, ['open-api'], { among: ['wifi'] })
    expect(await failureOf(clock, read())).toMatchObject({ reason: 'type-unknown' })
  })

  it('takes a refused thing model as unknown data points, and fails for a failed read', async () => {
    const options = { among: ['wifi', 'ble'] } as const
    const refused = described(frontDoor, ['open-api'], options)
    refused.simulator.faults.always(MODEL, { vendorCode: 1106 })
    expect(String(await failureOf(refused.clock, refused.read()))).toContain('wifi, ble')
    const failed = described(garage, ['open-api'])
    failed.simulator.faults.always(DEVICE, { vendorCode: 1106 })
    expect(await failureOf(failed.clock, failed.read())).toMatchObject({ kind: 'vendor' })
    expect(failed.timers.now).toBe(0)
  })
})
