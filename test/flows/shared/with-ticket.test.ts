import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { OutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { isSdkError } from '../../../src/core/errors/sdk-error'
import { TransportError } from '../../../src/core/errors/transport-error'
import type { CallOptions } from '../../../src/core/pipeline/call'
import { lockContext } from '../../../src/flows/shared/lock-context'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { cipherOf, type EncryptedPassword, withTicket } from '../../../src/flows/shared/with-ticket'
import { createHarness } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'

const origin = { action: 'test.command' }
const PIN = '1357924'

const setUp = (more: Partial<LockOptions> = {}) => {
  const harness = createHarness({ lock: seed.locks.frontDoor, families: ['mini-program'] })
  const context = lockContext(harness.panel, harness.deviceId, { ...harness.options, ...more })
  const send = <Result>(
    command: (encrypted: EncryptedPassword, options: CallOptions) => Promise<Result>,
  ) =>
    withTicket({ context, origin }, async (ticket) => {
      const encrypted = await ticket.encrypt(cipherOf(context, origin), PIN)
      return ticket.send((options) => command(encrypted, options))
    })
  return { ...harness, send }
}

describe('a command with a ticket', () => {
  it('gets its own ticket, the PIN encrypted with it, and a deadline', async () => {
    const { clock, send } = setUp()
    const sent = await settle(
      clock,
      send(async (encrypted, options) => ({ ...encrypted, ...options })),
    )
    expect(sent).toMatchObject({ password_type: 'ticket', deadlineMs: 30_000 })
    expect(sent.password).toMatch(/^[\da-f]{32}$/)
  })

  it.each([
    { expire_time: 360, deadlineMs: 30_000 },
    { expire_time: 20, deadlineMs: 15_000 },
    { expire_time: 11, deadlineMs: 6_000 },
  ])(
    'has a deadline of $deadlineMs ms with a ticket that expires after $expire_time s',
    async ({ expire_time, deadlineMs }) => {
      const { clock, panel, deviceId, options } = setUp()
      const apiRequest = async () => ({ ticket_id: 'T', ticket_key: 'K', expire_time })
      const context = lockContext({ ...panel, apiRequest }, deviceId, options)
      const sent = withTicket({ context, origin }, (ticket) =>
        ticket.send(async (callOptions) => callOptions),
      )
      expect(await settle(clock, sent)).toMatchObject({ deadlineMs })
    },
  )

  it('is not sent with tickets that are about to expire', async () => {
    const { clock, panel, deviceId, options } = setUp()
    let tickets = 0
    const apiRequest = async () => {
      tickets++
      return { ticket_id: 'T', ticket_key: 'K', expire_time: 10 }
    }
    const context = lockContext({ ...panel, apiRequest }, deviceId, options)
    const sent = withTicket({ context, origin }, (ticket) => ticket.send(async () => 'sent'))
    expect(await failureOf(clock, sent)).toMatchObject({ kind: 'transport', delivery: 'not-sent' })
    expect(tickets).toBe(3)
  })

  it.each([
    [
      'an unknown outcome',
      new OutcomeUnknownError(
        origin,
        new TransportError(origin, { delivery: 'unknown', reason: 'lost' }),
        'x',
      ),
    ],
    ['a lost answer', new TransportError(origin, { delivery: 'unknown', reason: 'lost' })],
    ['an error that quotes the PIN', new Error(`cannot encrypt ${PIN}`)],
  ])('is not sent if its cipher fails with %s', async (_, failure) => {
    const { clock, send, steps } = setUp({
      passwordCipher: { encrypt: () => Promise.reject(failure) },
    })
    const error = await failureOf(
      clock,
      send(async () => 'sent'),
    )
    expect(error).toMatchObject({ kind: 'transport', delivery: 'not-sent', action: 'test.command' })
    expect(isSdkError(error) && error.message).not.toContain(PIN)
    expect(steps).toEqual(['doorLock.passwordTicket'])
  })
})
