import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { dpSchema } from '../../../src/data-points/dp-schema'
import { capabilities } from '../../../src/flows/capabilities/capabilities'
import { createHarness, type HarnessOptions } from '../support/flow-harness'
import { settle } from '../support/settle'

const { frontDoor, gardenGate, garage } = seed.locks

const stageOf = (wanted: HarnessOptions, more: object = {}) => {
  const stage = createHarness(wanted)
  const { panel, deviceId, options } = stage
  return { ...stage, door: capabilities(panel, deviceId, { ...options, ...more }) }
}

describe('an enrolment over data points', () => {
  const dataPoints = true
  const can = (lock: HarnessOptions['lock'], more?: object) => {
    const { door, clock } = stageOf({ lock, families: ['panel'], dataPoints }, more)
    return settle(clock, door.capabilities()).then(({ can: { enrolment } }) => enrolment)
  }

  it('needs a data point that Bluetooth locks have, and others if their schema says so', async () => {
    expect(await can(gardenGate)).toBe(true)
    expect(await can(garage)).toBe(false)
    const schema = dpSchema([{ code: 'unlock_method_create', id: 1 }])
    expect(await can(garage, { schema })).toBe(true)
  })
})

describe('what a lock says about its data points', () => {
  const dataPoints = true
  const canOf = async (
    lock: HarnessOptions['lock'],
    dpIds: Readonly<Record<string, number>>,
    wanted: Partial<HarnessOptions> = {},
    more: object = {},
  ) => {
    const stage = stageOf({ lock, families: ['mini-program', 'open-api'], ...wanted }, more)
    Object.assign(stage.lock, { dpIds })
    const { can } = await settle(stage.clock, stage.door.capabilities())
    expect(stage.door.supports('doorLock.getAvailableInstructions')).toBe(true)
    return can
  }

  it('opens an enrolment that goes by data points', async () => {
    const families = ['mini-program'] as const
    expect(await canOf(frontDoor, { unlock_card: 5 }, { families, dataPoints })).toMatchObject({
      enrolment: false,
    })
    const dpIds = { unlock_card: 5, unlock_method_create: 1 }
    expect(await canOf(frontDoor, dpIds, { families, dataPoints })).toMatchObject({
      enrolment: true,
    })
  })

  it('closes an enrolment where nothing that it is opened with can be taken in', async () => {
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

  it('closes nothing where it names no opening at all', async () => {
    for (const dpIds of [{}, { alarm_lock: 8 }])
      expect(await canOf(frontDoor, dpIds)).toMatchObject({ enrolment: true })
  })

  it('closes no locking, for it may tell of openings alone', async () => {
    const can = await canOf(
      frontDoor,
      { unlock_card: 5 },
      { families: ['mini-program'], dataPoints },
    )
    expect(can).toMatchObject({ remoteLock: true })
  })
})

describe('the schema that a host told', () => {
  const can = async (codes: readonly string[], families: HarnessOptions['families']) => {
    const schema = dpSchema(codes.map((code, index) => ({ code, id: index + 1 })))
    const { door, clock } = stageOf({ lock: frontDoor, families, dataPoints: true }, { schema })
    return (await settle(clock, door.capabilities())).can
  }

  it('closes a locking by a data point that is not among them', async () => {
    expect(await can(['unlock_card'], ['panel'])).toMatchObject({ remoteLock: false })
    expect(await can(['lock_motor_state'], ['panel'])).toMatchObject({ remoteLock: true })
  })

  it('closes no locking that the cloud carries', async () => {
    expect(await can(['unlock_card'], ['mini-program'])).toMatchObject({ remoteLock: true })
  })
})
