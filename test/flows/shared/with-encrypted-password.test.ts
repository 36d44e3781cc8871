import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { OutcomeUnknownError } from '../../../src/core/errors/outcome-unknown-error'
import { isSdkError } from '../../../src/core/errors/sdk-error'
import { TransportError } from '../../../src/core/errors/transport-error'
import { lockContext } from '../../../src/flows/shared/lock-context'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { withEncryptedPassword } from '../../../src/flows/shared/with-encrypted-password'
import { withTicket } from '../../../src/flows/shared/with-ticket'
import { failureOf, settle } from '../support/settle'
import { createStage } from '../support/stage'

const origin = { action: 'test.order' }
const DIGITS = '1357924'

const staged = (more: Partial<LockOptions> = {}) => {
  const stage = createStage({ lock: seed.locks.frontDoor, families: ['mini-program'] })
  const context = lockContext(stage.panel, stage.deviceId, { ...stage.options, ...more })
  return { ...stage, send: withEncryptedPassword({ context, origin }) }
}

describe('an order with a password', () => {
  it('carries a ticket of its own, the digits encrypted with it, and a deadline', async () => {
    const { clock, send } = staged()
    const sent = await settle(
      clock,
      send(DIGITS, async (secret, options) => ({ ...secret, ...options })),
    )
    expect(sent).toMatchObject({ password_type: 'ticket', deadlineMs: 30_000 })
    expect(sent.password).toMatch(/^[\dA-F]{32}$/)
  })

  it.each([
    { expire_time: 360, deadlineMs: 30_000 },
    { expire_time: 20, deadlineMs: 15_000 },
    { expire_time: 11, deadlineMs: 6_000 },
  ])(
    'must leave some seconds before its ticket of $expire_time s ends',
    async ({ expire_time, deadlineMs }) => {
      const { clock, panel, deviceId, options } = staged()
      const apiRequest = async () => ({ ticket_id: 'T', ticket_key: 'K', expire_time })
      const context = lockContext({ ...panel, apiRequest }, deviceId, options)
      const sent = withTicket({ context, origin }, async () => async (given) => given)
      expect(await settle(clock, sent)).toMatchObject({ deadlineMs })
    },
  )

  it('never leaves with tickets that are nearly over', async () => {
    const { clock, panel, deviceId, options } = staged()
    let tickets = 0
    const apiRequest = async () => {
      tickets++
      return { ticket_id: 'T', ticket_key: 'K', expire_time: 10 }
    }
    const context = lockContext({ ...panel, apiRequest }, deviceId, options)
    const sent = withTicket({ context, origin }, async () => async () => 'sent')
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
    ['what it was given', new Error(`cannot encrypt ${DIGITS}`)],
  ])('never left where its cipher fails with %s', async (_, failure) => {
    const { clock, send, steps } = staged({
      passwordCipher: { encrypt: () => Promise.reject(failure) },
    })
    const error = await failureOf(
      clock,
      send(DIGITS, async () => 'sent'),
    )
    expect(error).toMatchObject({ kind: 'transport', delivery: 'not-sent', action: 'test.order' })
    expect(isSdkError(error) && error.message).not.toContain(DIGITS)
    expect(steps).toEqual(['doorLock.passwordTicket'])
  })
})
