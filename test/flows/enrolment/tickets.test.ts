import { describe, expect, it } from 'vitest'
import { failureOf, settle } from '../support/settle'
import { atFrontDoor, enrol, gardenGate, leftBehind, newMethods, nothing, orders } from './support'

const ENTRY = 'PUT /v1.0/devices/{device_id}/door-lock/actions/entry'
const DIGITS = '204816'

const atGate = () => atFrontDoor({ lock: gardenGate, families: ['mini-program', 'open-api'] })
const password = { type: 'password', password: DIGITS } as const

const ticketsOf = ({ simulator }: ReturnType<typeof atGate>) =>
  simulator.requests
    .filter(({ action }) => action === ENTRY)
    .map(({ params }) => (params as { readonly ticket_id?: string }).ticket_id)

describe('a password that the cloud hands to a Bluetooth lock', () => {
  it('leaves encrypted, with a ticket', async () => {
    const stage = atGate()
    const { attempt } = enrol(stage, password)
    expect(await settle(stage.clock, attempt.done)).toMatchObject({ type: 'password', unlockSn: 3 })
    expect(newMethods(stage)).toMatchObject([{ dpCode: 'unlock_password', pin: DIGITS }])
    expect(JSON.stringify(stage.simulator.requests)).not.toContain(DIGITS)
    expect(JSON.stringify(stage.events)).not.toContain(DIGITS)
  })

  it.each([['throttle'], [{ vendorCode: 1110 }], [{ vendorCode: 1199 }]] as const)(
    'is begun again with a new ticket where the cloud has no time: %j',
    async (fault) => {
      const stage = atGate()
      stage.simulator.faults.next(ENTRY, fault)
      stage.simulator.faults.next(ENTRY, fault)
      await settle(stage.clock, enrol(stage, password).attempt.done)
      expect(new Set(ticketsOf(stage)).size).toBe(3)
      expect(orders(stage)).toEqual(['start-enrolment', 'enrol-method'])
    },
  )

  it('is begun three times at most', async () => {
    const stage = atGate()
    stage.simulator.faults.always(ENTRY, { vendorCode: 1199 })
    const { attempt } = enrol(stage, password)
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'vendor', code: 1199 })
    expect(ticketsOf(stage)).toHaveLength(3)
    expect(orders(stage)).toEqual([])
  })

  it('is not begun again where the answer is lost', async () => {
    const stage = atGate()
    stage.simulator.faults.next(ENTRY, 'drop-after')
    expect(await settle(stage.clock, enrol(stage, password).attempt.done)).toMatchObject({
      unlockSn: 3,
    })
    expect(ticketsOf(stage)).toHaveLength(1)
  })

  it('fails without the words of a cipher that fails', async () => {
    const stage = atGate()
    const { attempt } = enrol(stage, password, {
      passwordCipher: { encrypt: () => Promise.reject(new Error(`cannot seal ${DIGITS}`)) },
    })
    const error = await failureOf(stage.clock, attempt.done)
    expect(error).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain(DIGITS)
    expect(stage.steps).not.toContain(ENTRY)
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('stops nothing where its cipher never answers: what runs there is not ours', async () => {
    const stage = atGate()
    const { attempt } = enrol(stage, password, {
      passwordCipher: { encrypt: () => new Promise(() => {}) },
    })
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'transport',
      delivery: 'not-sent',
    })
    expect(stage.steps.filter((name) => name.startsWith('PUT'))).toEqual([])
    expect(await leftBehind(stage)).toEqual(nothing)
  })

  it('hands its cipher nothing that opens the door', async () => {
    const stage = atGate()
    const { passwordCipher } = stage.options
    const asked: object[] = []
    const { attempt } = enrol(stage, password, {
      passwordCipher: {
        encrypt: async (ticket, digits) => {
          asked.push(ticket)
          return (await passwordCipher?.encrypt(ticket, digits)) ?? ''
        },
      },
    })
    await settle(stage.clock, attempt.done)
    expect(asked.map((ticket) => Object.keys(ticket))).toEqual([['ticket_key']])
  })

  it('needs a cipher, and a ticket', async () => {
    const stage = atGate()
    const { passwordCipher: _, ...options } = stage.options
    const withoutTickets = atFrontDoor({ lock: gardenGate })
    for (const staged of [{ ...stage, options }, withoutTickets]) {
      const { attempt } = enrol(staged, password)
      expect(await failureOf(stage.clock, attempt.done)).toMatchObject({ kind: 'unsupported' })
      expect(staged.steps).toEqual([])
    }
  })
})
