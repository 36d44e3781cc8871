import { NEVER } from 'rxjs'
import { expect, it } from 'vitest'
import { TransportError } from '../../src/core/errors/transport-error'
import { answeringPanel, quietly } from '../support/answering-panel'
import { actionOf } from '../support/calls'

const { idempotent, read } = actionOf
const params = { device_id: 'door' }

it('a retry that is due at the moment of its call’s deadline is not sent', async () => {
  const { panel, requests, clock } = answeringPanel((request) =>
    request.action === idempotent.name
      ? new TransportError(request, {
          delivery: 'unknown',
          reason: 'too many requests',
          statusCode: 429,
          // Just before the deadline; the timer of the host is due a moment later.
          retryAfterMs: 499.5,
        })
      : NEVER,
  )
  const errors: unknown[] = []
  panel
    .request$(idempotent.name, params, { deadlineMs: 500 })
    .subscribe({ error: (error) => errors.push(error) })
  // Its end at 200 ms sets the timer of the panel again, which is due after the retry's.
  quietly(panel.request$(read.name, params, { deadlineMs: 200 }))
  await clock.advance(60_000, async () => {})
  expect(requests.map(({ action }) => action)).toEqual([idempotent.name, read.name])
  expect(errors).toMatchObject([{ kind: 'timeout' }])
})
