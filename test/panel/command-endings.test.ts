import { NEVER, Observable, of, throwError, VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { deviceStatus } from '../../actions/mini-program/device/status'
import { passwordFreeOpen } from '../../actions/mini-program/door-lock/password-free-open'
import { TransportError } from '../../src/core/errors/transport-error'
import { VendorError } from '../../src/core/errors/vendor-error'
import { createPanel } from '../../src/core/panel/create-panel'
import { handle } from '../../src/core/panel/handle'
import type { CallOptions } from '../../src/core/pipeline/call'
import type { TransportAnswer } from '../../src/core/transport/transport'

const origin = { action: 'a', family: 'mini-program' } as const
const door = { device_id: 'door' }
const open = { device_id: 'door', ticket_id: 'T' }

/** A panel with one slot and a scripted cloud. `sent` records the actions that were sent. */
const setUp = (answer: () => Observable<TransportAnswer> = () => NEVER) => {
  const scheduler = new VirtualTimeScheduler()
  const sent: string[] = []
  const panel = createPanel({
    actions: { deviceStatus, passwordFreeOpen },
    transport: {
      name: 'memory',
      families: ['mini-program'],
      send: ({ action }) => {
        sent.push(action)
        return answer()
      },
    },
    clock: scheduler,
    random: () => 0,
    maxOpen: 1,
  })
  const errors: unknown[] = []
  const listen = { error: (error: unknown) => errors.push(error) }
  const readThenCommand = (options: CallOptions = {}) => {
    panel.request$('device.status', door, { ...options, retry: false }).subscribe(listen)
    panel.request$('doorLock.passwordFreeOpen', open, options).subscribe(listen)
  }
  return { scheduler, sent, panel, errors, listen, readThenCommand }
}

describe('a command that waits in the queue', () => {
  it('is not sent when the panel closes', () => {
    const { sent, panel, errors, readThenCommand } = setUp()
    readThenCommand()
    panel.close()
    expect(sent).toEqual(['device.status'])
    expect(errors[1]).toMatchObject({ kind: 'cancelled', delivery: 'not-sent' })
  })

  it('is not sent when the signal that it shares with a read is aborted', () => {
    const { sent, errors, readThenCommand } = setUp()
    const controller = new AbortController()
    readThenCommand({ signal: controller.signal })
    controller.abort()
    expect(sent).toEqual(['device.status'])
    expect(errors[1]).toMatchObject({ kind: 'cancelled', delivery: 'not-sent' })
  })

  it('is not sent at the deadline that it shares with a read', () => {
    const { scheduler, sent, errors, readThenCommand } = setUp()
    readThenCommand({ deadlineMs: 8_000 })
    scheduler.flush()
    expect(sent).toEqual(['device.status'])
    expect(errors[1]).toMatchObject({ kind: 'timeout', delivery: 'not-sent' })
  })

  it('is sent when the request before it times out', () => {
    const { sent, readThenCommand, scheduler } = setUp()
    readThenCommand({ timeoutMs: 1_000 })
    scheduler.maxFrames = 1_500
    scheduler.flush()
    expect(sent).toEqual(['device.status', 'doorLock.passwordFreeOpen'])
  })
})

describe('a command that was sent', () => {
  it('is not resent by a closed panel, also after a not-sent failure', () => {
    const answers: ((error: Error) => void)[] = []
    const { scheduler, sent, panel, errors, listen } = setUp(
      () =>
        new Observable((subscriber) => {
          answers.push((error) => subscriber.error(error))
        }),
    )
    panel.request$('doorLock.passwordFreeOpen', { ...open }).subscribe(listen)
    panel.close()
    answers[0]?.(new TransportError(origin, { delivery: 'not-sent', reason: 'no host' }))
    scheduler.flush()
    expect(sent).toHaveLength(1)
    expect(errors).toEqual([expect.objectContaining({ kind: 'transport', delivery: 'not-sent' })])
  })

  it('is not retried when its handler sends twice and the second request is rejected', () => {
    const scheduler = new VirtualTimeScheduler()
    const answers = [
      of(true),
      throwError(() => new VendorError(origin, { code: 1110, message: '' })),
    ]
    const sent: string[] = []
    const twice = handle(
      passwordFreeOpen,
      (params, { send }) =>
        new Observable<boolean>((subscriber) =>
          send(params).subscribe({
            next: () =>
              subscriber.add(send({ ...params, ticket_id: 'another' }).subscribe(subscriber)),
            error: (error: unknown) => subscriber.error(error),
          }),
        ),
    )
    const panel = createPanel({
      actions: { passwordFreeOpen },
      handlers: [twice],
      clock: scheduler,
      transport: {
        name: 'memory',
        families: ['mini-program'],
        send: ({ action }) => {
          const answer = answers[sent.length % 2] ?? NEVER
          sent.push(action)
          return new Observable((subscriber) =>
            answer.subscribe({
              next: (value) => {
                subscriber.next({ body: { value: { success: true, t: 1, result: value } } })
                subscriber.complete()
              },
              error: (error: unknown) => subscriber.error(error),
            }),
          )
        },
      },
    })
    const errors: unknown[] = []
    panel
      .request$('doorLock.passwordFreeOpen', open)
      .subscribe({ error: (error: unknown) => errors.push(error) })
    scheduler.flush()
    expect(sent).toHaveLength(2)
    expect(errors).toEqual([expect.objectContaining({ kind: 'outcome-unknown' })])
  })
})

it('apiRequest accepts an infinite timeoutMs and an infinite deadlineMs', async () => {
  const cloud = setUp(() => of({ body: { value: { success: true, t: 1, result: [] } } }))
  await expect(
    cloud.panel.apiRequest('device.status', door, {
      timeoutMs: Number.POSITIVE_INFINITY,
      deadlineMs: Number.POSITIVE_INFINITY,
    }),
  ).resolves.toEqual([])
})

it('apiRequest rejects with an SdkError when it is called with null', async () => {
  const { panel } = setUp()
  const untyped = panel.apiRequest as unknown as (...given: unknown[]) => Promise<unknown>
  await expect(untyped(null)).rejects.toMatchObject({ kind: 'unsupported' })
  await expect(untyped('device.status', null, null)).rejects.toMatchObject({ kind: 'params' })
})
