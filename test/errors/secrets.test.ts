import fc from 'fast-check'
import { of, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../actions'
import { record, secret, text } from '../../actions/shared'
import { redact } from '../../src/core/contract/redact'
import { secretsOf } from '../../src/core/contract/secrets-of'
import { withoutSecrets } from '../../src/core/errors/without-secrets'
import { createPanel } from '../../src/core/panel/create-panel'
import type { PanelEvent } from '../../src/core/pipeline/events'
import type { Transport, TransportAnswer } from '../../src/core/transport/transport'
import { arbitraryOf } from '../support/arbitrary'

const SECRETS = {
  password: '956FAD7F09C68E168B77',
  ticket_id: '9wxxoLM',
  ticket_key: '901CC35A67DA3429C38E9622',
  local_key: 'ede14e228a7d7c85',
  token: 'Bearer short',
  dp: '0106010203040506',
} as const
/** What a careless cloud might quote: what it was sent, and every key that it knows. */
const quoteOf = (sent: unknown) =>
  `${JSON.stringify(sent)} ${SECRETS.token} ${SECRETS.ticket_key} ${SECRETS.local_key} ${SECRETS.dp}`

/** Parameters that fit the contract, with every secret field and every free field full of secrets. */
const paramsWithSecrets = (name: keyof typeof allActions): Record<string, unknown> => {
  const [given] = fc.sample(arbitraryOf(allActions[name].params), { numRuns: 1, seed: 1 })
  const filled = { ...(given as Record<string, unknown>) }
  for (const field of ['password', 'ticket_id'] as const)
    if (field in filled) filled[field] = SECRETS[field]
  return filled
}

/** Answers that carry secrets in the places where each contract has them, and in places where none has. */
const answers: readonly (readonly [string, (quote: string) => TransportAnswer | Error])[] = [
  ['a vendor error that quotes', (quote) => body({ success: false, code: 1109, msg: quote })],
  ['a vendor error whose code quotes', (quote) => body({ success: false, code: quote, msg: '' })],
  ['a failing HTTP status', (quote) => ({ body: { text: quote }, statusCode: 502 })],
  [
    'an answer that is not JSON',
    (quote) => ({ body: { text: `<p>${quote}</p>` }, statusCode: 200 }),
  ],
  [
    'a result of a wrong shape',
    (quote) => body({ success: true, t: 1, result: { ...SECRETS, [quote]: quote } }),
  ],
  ['a list of a wrong shape', (quote) => body({ success: true, t: 1, result: [SECRETS, quote] })],
  ['a ticket', () => body({ success: true, t: 1, result: { ...SECRETS, expire_time: 360 } })],
  [
    'data points',
    () =>
      body({
        success: true,
        t: 1,
        result: [{ code: 'temporary_password_creat', value: SECRETS.dp }],
      }),
  ],
  ['a thrown error', (quote) => Object.assign(new Error(quote), { config: SECRETS, name: quote })],
]

function body(value: unknown): TransportAnswer {
  return { body: { text: JSON.stringify(value) }, statusCode: 200, secrets: [SECRETS.token] }
}

const shown = (value: unknown): string =>
  value instanceof Error
    ? [
        value.message,
        value.stack,
        String(value),
        JSON.stringify(value),
        ...Object.getOwnPropertyNames(value).map((key) =>
          JSON.stringify((value as unknown as Record<string, unknown>)[key]),
        ),
      ].join('\n')
    : JSON.stringify(value)

describe.each(Object.keys(allActions) as (keyof typeof allActions)[])('%s', (name) => {
  it.each(answers)('leaks nothing through the error and the events of %s', async (_what, reply) => {
    const transport: Transport = {
      name: 'careless',
      families: ['mini-program', 'open-api', 'panel'],
      send: ({ params }) => {
        const answer = reply(quoteOf(params))
        return answer instanceof Error ? throwError(() => answer) : of(answer)
      },
    }
    const panel = createPanel({ actions: allActions, transport })
    const events: PanelEvent[] = []
    panel.events$.subscribe((event) => events.push(event))
    const outcome = await panel
      .apiRequest(allActions[name].name, paramsWithSecrets(name) as never, { retry: false })
      .then(
        () => 'succeeded',
        (error: unknown) => error,
      )
    const seen = [outcome, ...events].map(shown).join('\n')
    expect(events.length).toBeGreaterThanOrEqual(3)
    for (const [field, value] of Object.entries(SECRETS)) expect(seen, field).not.toContain(value)
  })

  it('leaks nothing of parameters that are refused', async () => {
    const panel = createPanel({ actions: allActions })
    const events: PanelEvent[] = []
    panel.events$.subscribe((event) => events.push(event))
    const quote = quoteOf(SECRETS)
    const wrong = { ...SECRETS, device_id: { [quote]: quote }, [quote]: quote }
    const error: unknown = await panel.apiRequest(allActions[name].name, wrong as never).then(
      () => 'succeeded',
      (reason: unknown) => reason,
    )
    expect(error).toMatchObject({ kind: 'params' })
    const seen = [error, ...events].map(shown).join('\n')
    for (const [field, value] of Object.entries(SECRETS)) expect(seen, field).not.toContain(value)
  })
})

describe('the walkers of secrets', () => {
  const codec = record({
    required: { name: text(), inner: secret(record({ required: { key: text() } })) },
  })
  const value = { name: 'n', inner: { key: 'a secret inside' }, unknown: 'not in the contract' }

  it('find what is marked, also deep inside', () => {
    expect(secretsOf(codec, value)).toEqual(['a secret inside'])
  })

  it('show only what the contract knows and does not mark', () => {
    expect(redact(codec, value)).toEqual({ name: 'n' })
  })

  it('hide what looks like a key in the words of the cloud, known or not', () => {
    expect(withoutSecrets('key ede14e228a7d7c85 is not for device door', [])).toBe(
      'key [hidden] is not for device door',
    )
    expect(withoutSecrets('unauthorizedoperation of this lock', [])).toBe(
      'unauthorizedoperation of this lock',
    )
  })

  it('cut a secret that stands inside another one, and shorten what is no sentence', () => {
    expect(withoutSecrets('abcdef abc', ['abc', 'abcdef'])).toBe('[secret] [secret]')
    expect(withoutSecrets('x'.repeat(1_000), [])).toHaveLength(200)
  })
})
