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

/** Every way in which a call can end, with the secrets of its contract in all that the cloud says. */
const endings: Readonly<Record<string, (params: unknown, result: unknown) => Reply>> = {
  success: (_params, result) => ({ answer: body({ success: true, t: 1, result }) }),
  'a refusal that quotes the request': (params) => ({
    answer: body({ success: false, code: 1109, msg: JSON.stringify(params) }),
  }),
  'a result of a wrong shape': (params, result) => ({
    answer: body({ success: true, t: 1, result: [[{ params, result }]] }),
  }),
  'a gateway that quotes': (params) => ({
    answer: { body: { text: JSON.stringify(params) }, statusCode: 502 },
  }),
  silence: () => ({}),
  'a cancellation': () => ({ cancel: true }),
}

const shown = (value: unknown): string =>
  value instanceof Error
    ? [value.message, value.stack, JSON.stringify({ ...value })].join('\n')
    : JSON.stringify(value)

describe.each(actions.map((action) => [action.name, action] as const))('%s', (name, action) => {
  const params = sampleOf(action.params)
  const result = sampleOf(action.result)

  it.each(Object.keys(endings))('keeps its secrets through %s', (ending) => {
    const scheduler = new VirtualTimeScheduler()
    const controller = new AbortController()
    const transport: Transport = {
      name: 'careless',
      families: ['mini-program', 'open-api', 'panel'],
      send: (sent) => {
        const reply = endings[ending]?.(sent.params, action.result.encode(result.value)) ?? {}
        if (reply.cancel === true) scheduler.schedule(() => controller.abort(), 1)
        return reply.answer === undefined ? NEVER : of(reply.answer)
      },
    }
    const panel = createPanel({ actions: { action }, transport, scheduler, random: () => 0 })
    const told: (PanelEvent | Error)[] = []
    panel.events$.subscribe((event) => told.push(event))
    const request = panel.request$ as unknown as UntypedRequest
    const request$ = request(name, params.value, { signal: controller.signal })
    request$.subscribe({ error: (error: Error) => told.push(error) })
    scheduler.flush()

    expect(told.length).toBeGreaterThanOrEqual(3)
    const seen = told.map(shown).join('\n')
    for (const secret of [...params.secrets, ...result.secrets]) expect(seen).not.toContain(secret)
  })
})

it('has secrets to keep: in parameters and in results', () => {
  const inParams = actions.filter(({ params }) => sampleOf(params).secrets.length > 0)
  const inResults = actions.filter(({ result }) => sampleOf(result).secrets.length > 0)
  expect(inParams.length).toBeGreaterThan(10)
  expect(inResults.length).toBeGreaterThan(8)
})
