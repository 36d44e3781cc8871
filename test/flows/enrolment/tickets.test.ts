import { describe, expect, it } from 'vitest'
import { failureOf, settle } from '../support/settle'
import {
  atFrontDoor,
  commandsOf,
  enrol,
  gardenGate,
  newMethods,
  noOpenResources,
  openResources,
} from './support'

const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
const PIN = '204816'

const atGate = () => atFrontDoor({ lock: gardenGate, families: ['mini-program', 'open-api'] })
const password = { type: 'password', password: PIN } as const

const ticketsOf = ({ simulator }: ReturnType<typeof atGate>) =>
  simulator.requests
    .filter(({ action }) => action === ENTRY)
    .map(({ params }) => (params as { readonly ticket_id?: string }).ticket_id)

describe('a password for a Bluetooth lock over the route', () => {
  it('is sent encrypted, with a ticket', async () => {
    const harness = atGate()
    const { attempt } = enrol(harness, password)
    expect(await settle(harness.clock, attempt.done)).toMatchObject({
      type: 'password',
      unlockSn: 3,
    })
    expect(newMethods(harness)).toMatchObject([{ dpCode: 'unlock_password', pin: PIN }])
    expect(JSON.stringify(harness.simulator.requests)).not.toContain(PIN)
    expect(JSON.stringify(harness.events)).not.toContain(PIN)
  })

  it.each([['throttle'], [{ vendorCode: 1110 }], [{ vendorCode: 1199 }]] as const)(
    'is resent with a new ticket while the cloud is busy: %j',
    async (fault) => {
      const harness = atGate()
      harness.simulator.faults.next(ENTRY, fault)
      harness.simulator.faults.next(ENTRY, fault)
      await settle(harness.clock, enrol(harness, password).attempt.done)
      expect(new Set(ticketsOf(harness)).size).toBe(3)
      expect(commandsOf(harness)).toEqual(['start-enrolment', 'enrol-method'])
    },
  )

  it('is sent three times at most', async () => {
    const harness = atGate()
    harness.simulator.faults.always(ENTRY, { vendorCode: 1199 })
    const { attempt } = enrol(harness, password)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'vendor',
      code: 1199,
    })
    expect(ticketsOf(harness)).toHaveLength(3)
    expect(commandsOf(harness)).toEqual([])
  })

  it('is not resent after a lost answer', async () => {
    const harness = atGate()
    harness.simulator.faults.next(ENTRY, 'drop-after')
    expect(await settle(harness.clock, enrol(harness, password).attempt.done)).toMatchObject({
      unlockSn: 3,
    })
    expect(ticketsOf(harness)).toHaveLength(1)
  })

  it('fails without the message of a failed cipher', async () => {
    const harness = atGate()
    const { attempt } = enrol(harness, password, {
      passwordCipher: { encrypt: () => Promise.reject(new Error(`cannot encrypt ${PIN}`)) },
    })
    const error = await failureOf(harness.clock, attempt.done)
    expect(error).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(PIN)
    expect(harness.steps).not.toContain(ENTRY)
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('sends no stop command if its cipher never answers', async () => {
    const harness = atGate()
    const { attempt } = enrol(harness, password, {
      passwordCipher: { encrypt: () => new Promise(() => {}) },
    })
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'transport',
      delivery: 'not-sent',
    })
    expect(harness.steps.filter((name) => name.startsWith('PUT'))).toEqual([])
    expect(await openResources(harness)).toEqual(noOpenResources)
  })

  it('gives its cipher only the ticket key', async () => {
    const harness = atGate()
    const { passwordCipher } = harness.options
    const received: object[] = []
    const { attempt } = enrol(harness, password, {
      passwordCipher: {
        encrypt: async (ticket, pin) => {
          received.push(ticket)
          return (await passwordCipher?.encrypt(ticket, pin)) ?? ''
        },
      },
    })
    await settle(harness.clock, attempt.done)
    expect(received.map((ticket) => Object.keys(ticket))).toEqual([['ticket_key']])
  })

  it('is unsupported without a cipher', async () => {
    const harness = atGate()
    const { passwordCipher: _, ...options } = harness.options
    const { attempt } = enrol({ ...harness, options }, password)
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({ kind: 'unsupported' })
    expect(harness.steps).toEqual([])
  })
})
