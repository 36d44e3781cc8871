import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { capabilities } from '../../../src/flows/capabilities/capabilities'
import { createHarness, type HarnessOptions } from '../support/flow-harness'
import { settle } from '../support/settle'

const { frontDoor, gardenGate, garage } = seed.locks

const harnessOf = (harnessOptions: HarnessOptions, more: object = {}) => {
  const harness = createHarness(harnessOptions)
  const { panel, deviceId, options } = harness
  return { ...harness, door: capabilities(panel, deviceId, { ...options, ...more }) }
}

describe('can.enrolment over data points', () => {
  const dataPoints = true
  const can = (lock: HarnessOptions['lock'], more?: object) => {
    const { door, clock } = harnessOf({ lock, families: ['panel'], dataPoints }, more)
    return settle(clock, door.capabilities()).then(({ can: { enrolment } }) => enrolment)
  }

  it('requires the data point that all Bluetooth locks have, and other locks by their schema', async () => {
    expect(await can(gardenGate)).toBe(true)
    expect(await can(garage)).toBe(false)
    const schema = dpSchema([{ code: 'unlock_method_create', id: 1 }])
    expect(await can(garage, { schema })).toBe(true)
  })
})

describe('capabilities() with the data points from the cloud', () => {
  const dataPoints = true
  const canOf = async (
    lock: HarnessOptions['lock'],
    dpIds: Readonly<Record<string, number>>,
    harnessOptions: Partial<HarnessOptions> = {},
    more: object = {},
  ) => {
    const harness = harnessOf(
      { lock, families: ['mini-program', 'open-api'], ...harnessOptions },
      more,
    )
    Object.assign(harness.lock, { dpIds })
    const { can } = await settle(harness.clock, harness.door.capabilities())
    expect(harness.door.supports('doorLock.getAvailableInstructions')).toBe(true)
    return can
  }

  it('supports an enrolment over data points if the lock has its data point', async () => {
    const families = ['mini-program'] as const
    expect(await canOf(frontDoor, { unlock_card: 5 }, { families, dataPoints })).toMatchObject({
      enrolment: false,
    })
    const dpIds = { unlock_card: 5, unlock_method_create: 1 }
    expect(await canOf(frontDoor, dpIds, { families, dataPoints })).toMatchObject({
      enrolment: true,
    })
  })

  it('supports no enrolment if no method of the lock can be enrolled', async () => {
    for (const lock of [frontDoor, gardenGate]) {
      const phone = { unlock_phone_remote: 62, open_inside: 63, lock_motor_state: 47 }
      expect(await canOf(lock, phone, { dataPoints })).toMatchObject({
        enrolment: false,
        remoteUnlock: true,
        remoteLock: true,
      })
      expect(await canOf(lock, { ...phone, unlock_face: 70 }, { dataPoints })).toMatchObject({
        enrolment: true,
      })
    }
  })

  it('supports an enrolment if the list contains no unlocking data point', async () => {
    for (const dpIds of [{}, { alarm_lock: 8 }])
      expect(await canOf(frontDoor, dpIds)).toMatchObject({ enrolment: true })
  })

  it('supports remote locking, because the list may contain only unlocking data points', async () => {
    const can = await canOf(
      frontDoor,
      { unlock_card: 5 },
      { families: ['mini-program'], dataPoints },
    )
    expect(can).toMatchObject({ remoteLock: true })
  })
})

describe('capabilities() with the schema of the host', () => {
  const can = async (codes: readonly string[], families: HarnessOptions['families']) => {
    const schema = dpSchema(codes.map((code, index) => ({ code, id: index + 1 })))
    const { door, clock } = harnessOf({ lock: frontDoor, families, dataPoints: true }, { schema })
    return (await settle(clock, door.capabilities())).can
  }

  it('does not support remote locking over a data point outside the schema', async () => {
    expect(await can(['unlock_card'], ['panel'])).toMatchObject({ remoteLock: false })
    expect(await can(['lock_motor_state'], ['panel'])).toMatchObject({ remoteLock: true })
  })

  it('supports remote locking over the cloud without the data point', async () => {
    expect(await can(['unlock_card'], ['mini-program'])).toMatchObject({ remoteLock: true })
  })
})
