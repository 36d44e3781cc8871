import fc from 'fast-check'
import { NEVER, type Observable, of, VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import type { Action } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import type { CallOptions } from '../../src/core/pipeline/call'
import type { PanelEvent } from '../../src/core/pipeline/events'
import type { Transport, TransportAnswer } from '../../src/core/transport/transport'
import { arbitraryOf } from '../support/arbitrary'
import { withMarkedSecrets } from '../support/marked-secrets'

const actions: readonly Action[] = Object.values(allActions)
const sampleOf = (codec: Action['params']) => {
  const [sample] = fc.sample(arbitraryOf(codec, { full: true }), { numRuns: 1, seed: 7 })
  return withMarkedSecrets(codec, sample)
}

interface Reply {
  readonly answer?: TransportAnswer
  readonly cancel?: boolean
}

type UntypedRequest = (name: string, params: unknown, options: CallOptions) => Observable<unknown>

const body = (value: unknown): TransportAnswer => ({
  body: { text: JSON.stringify(value) },
  statusCode: 200,
})

/** Every kind of end of a call, with the secrets of its contract in each cloud answer. */
const endings: Readonly<Record<string, (params: unknown, result: unknown) => Reply>> = {
  success: (_params, result) => ({ answer: body({ success: true, t: 1, result }) }),
  'a vendor error that quotes the request': (params) => ({
    answer: body({ success: false, code: 1109, msg: JSON.stringify(params) }),
  }),
  'a result with an invalid shape': (params, result) => ({
    answer: body({ success: true, t: 1, result: [[{ params, result }]] }),
  }),
  'a gateway that quotes the parameters': (params) => ({
    answer: { body: { text: JSON.stringify(params) }, statusCode: 502 },
  }),
  'a missing answer': () => ({}),
  'a cancellation': () => ({ cancel: true }),
}

const print = (value: unknown): string =>
  value instanceof Error
    ? [value.message, value.stack, JSON.stringify({ ...value })].join('\n')
    : JSON.stringify(value)

describe.each(actions.map((action) => [action.name, action] as const))(
  'the action %s',
  (name, action) => {
    const params = sampleOf(action.params)
    const result = sampleOf(action.result)

    it.each(Object.keys(endings))('reveals none of its secrets after %s', (ending) => {
      const scheduler = new VirtualTimeScheduler()
      const controller = new AbortController()
      const transport: Transport = {
        name: 'leaking',
        families: ['mini-program', 'open-api', 'panel'],
        send: (sent) => {
          const reply = endings[ending]?.(sent.params, action.result.encode(result.value)) ?? {}
          if (reply.cancel === true) scheduler.schedule(() => controller.abort(), 1)
          return reply.answer === undefined ? NEVER : of(reply.answer)
        },
      }
      const panel = createPanel({
        actions: { action },
        transport,
        clock: scheduler,
        random: () => 0,
      })
      const emitted: (PanelEvent | Error)[] = []
      panel.events$.subscribe((event) => emitted.push(event))
      const request = panel.request$ as unknown as UntypedRequest
      const request$ = request(name, params.value, { signal: controller.signal })
      request$.subscribe({ error: (error: Error) => emitted.push(error) })
      scheduler.flush()

      expect(emitted.length).toBeGreaterThanOrEqual(3)
      const printed = emitted.map(print).join('\n')
      for (const secret of [...params.secrets, ...result.secrets])
        expect(printed).not.toContain(secret)
    })
  },
)

it('the secret tests cover actions with secrets in parameters and in results', () => {
  const inParams = actions.filter(({ params }) => sampleOf(params).secrets.length > 0)
  const inResults = actions.filter(({ result }) => sampleOf(result).secrets.length > 0)
  expect(inParams.length).toBeGreaterThan(10)
  expect(inResults.length).toBeGreaterThan(8)
})
