import fc from 'fast-check'
import { Observable, type Subscriber, VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { json, listOf, params, record, text } from '../../actions/shared'
import { defineAction } from '../../src/core/action'
import { copyJson } from '../../src/core/json/copy-json'
import { createPanel } from '../../src/core/panel/create-panel'
import { handle } from '../../src/core/panel/handle'
import type { TransportAnswer, TransportRequest } from '../../src/core/transport/transport'
import { ok } from '../support/panels'

const nested = defineAction({
  name: 'app.nested',
  family: 'mini-program',
  safety: 'idempotent',
  locks: ['any'],
  params: params({
    required: {
      list: listOf(record({ key: { name: text() } })),
      free: json(),
      object: record({ key: { name: text() } }),
    },
  }),
  result: json(),
})

/** A cloud that answers when it is told to; requests are kept as they were sent. */
const setUp = (maxOpen: number) => {
  const requests: TransportRequest[] = []
  const open: Subscriber<TransportAnswer>[] = []
  const scheduler = new VirtualTimeScheduler(undefined, 0)
  const panel = createPanel({
    actions: { ...allActions, nested },
    clock: scheduler,
    random: () => 0,
    maxOpen,
    transport: {
      name: 'memory',
      families: ['mini-program'],
      send: (request) =>
        new Observable((subscriber) => {
          requests.push({ ...request, params: structuredClone(request.params) })
          open.push(subscriber)
        }),
    },
  })
  const answerNext = (value: unknown): void => {
    const subscriber = open.shift()
    subscriber?.next({ body: { value } })
    subscriber?.complete()
  }
  return { panel, requests, open, scheduler, answerNext }
}

/** Changes every value in a structure. */
const spoil = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.keys(value)) {
    const fields = value as Record<string, unknown>
    if (typeof fields[key] === 'object') spoil(fields[key])
    else fields[key] = 'spoiled'
  }
  if (Array.isArray(value)) value.push({ name: 'spoiled' })
}

const names = fc.string({ minLength: 1, maxLength: 6 })
const inputs = fc.record({
  list: fc.array(fc.record({ name: names }), { maxLength: 3 }),
  free: fc.jsonValue({ maxDepth: 3 }),
  object: fc.record({ name: names }),
})

describe('a call', () => {
  it('sends the parameters of the moment of the call, also queued and retried', () => {
    fc.assert(
      fc.property(fc.array(inputs, { minLength: 1, maxLength: 5 }), (all) => {
        const { panel, requests, open, scheduler, answerNext } = setUp(1)
        const expected = structuredClone(all)
        for (const input of all) {
          panel.request$('app.nested', input as never).subscribe({ error: () => {} })
          spoil(input)
        }
        const refused = ok(undefined)
        answerNext({ ...refused, success: false, code: 1110, msg: '' })
        for (let step = 0; step < 3 * all.length && (open.length > 0 || step === 0); step++) {
          scheduler.maxFrames += 300
          scheduler.flush()
          answerNext(ok(1))
        }
        const sent = requests.map((request) => request.params)
        for (const input of expected) expect(sent).toContainEqual(input)
        expect(JSON.stringify(sent)).not.toContain('spoiled')
      }),
      { endOnFailure: true },
    )
  })

  it('sends 1, 2, 3, 4, 5 if one object is reused in a loop with a full queue', () => {
    const { panel, requests, answerNext } = setUp(2)
    const reused = { device_id: 'door', ticket_id: '' }
    for (let index = 1; index <= 5; index++) {
      reused.ticket_id = String(index)
      panel.request$('doorLock.passwordFreeOpen', reused).subscribe()
    }
    for (let index = 1; index <= 5; index++) answerNext(ok(true))
    expect(requests.map((request) => request.params.ticket_id)).toEqual(['1', '2', '3', '4', '5'])
  })

  it('keeps the device of a waiting sync action', () => {
    const { panel, requests, scheduler, answerNext } = setUp(8)
    const reused = { device_id: 'one', target_standard_dp_codes: '' }
    panel.request$('doorLock.getSyncableOpmodeTypes', { ...reused }).subscribe()
    answerNext(ok({ dp_id: 1, ins: 'ff', distributed: true }))
    panel
      .request$('doorLock.getSyncableOpmodeTypes', {
        ...reused,
        target_standard_dp_codes: 'unlock_card',
      })
      .subscribe({ error: () => {} })
    panel.request$('doorLock.getSyncableOpmodeTypes', reused).subscribe({ error: () => {} })
    reused.device_id = 'two'
    scheduler.maxFrames = 6_000
    scheduler.flush()
    expect(new Set(requests.map((request) => request.params.device_id))).toEqual(new Set(['one']))
  })

  it('keeps its options', () => {
    const { panel, requests, scheduler, answerNext } = setUp(8)
    const options = { retry: { maxAttempts: 2, firstDelayMs: 0 } }
    panel.request$('device.status', { device_id: 'door' }, options).subscribe({ error: () => {} })
    options.retry.maxAttempts = 9
    for (let index = 0; index < 5; index++) {
      answerNext({ success: false, code: 1110, msg: '' })
      scheduler.maxFrames += 10
      scheduler.flush()
    }
    expect(requests).toHaveLength(2)
  })

  it('sends its own parameters after its handler has changed them', () => {
    const requests: unknown[] = []
    const scheduler = new VirtualTimeScheduler()
    const panel = createPanel({
      actions: { nested },
      clock: scheduler,
      random: () => 0,
      handlers: [
        handle(nested, (input, { send }) => {
          const request = send(input)
          spoil(input)
          return request
        }),
      ],
      transport: {
        name: 'memory',
        families: ['mini-program'],
        send: (request) =>
          new Observable((subscriber) => {
            requests.push(structuredClone(request.params))
            subscriber.next({ body: { value: { success: false, code: 1110, msg: '' } } })
          }),
      },
    })
    const input = { list: [{ name: 'a' }], free: { b: [1] }, object: { name: 'c' } }
    panel.request$('app.nested', input).subscribe({ error: () => {} })
    scheduler.maxFrames = 1_000
    scheduler.flush()
    expect(requests).toEqual([input, input, input])
  })

  it('fails with a ParamsError if a getter of its parameters throws', async () => {
    const { panel, requests } = setUp(1)
    const input = Object.defineProperty({ ticket_id: 'T' }, 'device_id', {
      enumerable: true,
      get: () => {
        throw new Error('of the app')
      },
    })
    await expect(
      panel.apiRequest('doorLock.passwordFreeOpen', input as never),
    ).rejects.toMatchObject({ kind: 'params' })
    expect(requests).toEqual([])
  })
})

describe('copyJson', () => {
  it('copies every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copied = copyJson(value)
        expect(copied).toEqual(value)
        if (typeof value === 'object' && value !== null) expect(copied).not.toBe(value)
      }),
    )
  })

  it('ends with cyclic and shared objects, and keeps instances of a class', () => {
    const cyclic: Record<string, unknown> = { when: new Date(0) }
    cyclic.self = cyclic
    cyclic.list = [cyclic, cyclic]
    const copied = copyJson(cyclic)
    expect(copied.self).toBe(copied)
    expect((copied.list as unknown[]).map((item) => item === copied)).toEqual([true, true])
    expect(copied.when).toBe(cyclic.when)
  })

  it('keeps an own __proto__ as a field, and changes no prototype', () => {
    const copied = copyJson(JSON.parse('{"__proto__":{"isAdmin":true}}'))
    expect(Object.keys(copied)).toEqual(['__proto__'])
    expect((copied as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})
