import { expect, it, vi } from 'vitest'
import { createClock } from '../../../simulator'
import { TransportError } from '../../../src/core/errors/transport-error'
import { sendWithRetry } from '../../../src/flows/enrolment/send-with-retry'

it('sendWithRetry does not resend a command that cannot be sent until the app is corrected', async () => {
  const failed = new TransportError(
    { action: 'test' },
    { delivery: 'not-sent', reason: 'address', isPermanent: true },
  )
  const send = vi.fn(() => Promise.reject(failed))
  const { signal } = new AbortController()
  await expect(sendWithRetry(send, createClock(), signal)).rejects.toBe(failed)
  expect(send).toHaveBeenCalledTimes(1)
})
