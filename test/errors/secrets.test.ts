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
/** What a leaking cloud might quote: the request and every key that it knows. */
const quoteOf = (sent: unknown) =>
  `${JSON.stringify(sent)} ${SECRETS.token} ${SECRETS.ticket_key} ${SECRETS.local_key} ${SECRETS.dp}`

/** Valid parameters with a secret in every secret field. */
const paramsWithSecrets = (name: keyof typeof allActions): Record<string, unknown> => {
  const [given] = fc.sample(arbitraryOf(allActions[name].params), { numRuns: 1, seed: 1 })
  const filled = { ...(given as Record<string, unknown>) }
  for (const field of ['password', 'ticket_id'] as const)
    if (field in filled) filled[field] = SECRETS[field]
  return filled
}

/** Answers with secrets in the fields that a contract marks, and in other places. */
const answers: readonly (readonly [string, (quote: string) => TransportAnswer | Error])[] = [
  [
    'a vendor error that quotes the secrets',
    (quote) => body({ success: false, code: 1109, msg: quote }),
  ],
  [
    'a vendor error with the secrets in its code',
    (quote) => body({ success: false, code: quote, msg: '' }),
  ],
  ['an HTTP error status', (quote) => ({ body: { text: quote }, statusCode: 502 })],
  [
    'an answer that is not JSON',
    (quote) => ({ body: { text: `<p>${quote}</p>` }, statusCode: 200 }),
  ],
  [
    'a result with an invalid shape',
    (quote) => body({ success: true, t: 1, result: { ...SECRETS, [quote]: quote } }),
  ],
  [
    'a list with an invalid shape',
    (quote) => body({ success: true, t: 1, result: [SECRETS, quote] }),
  ],
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

const print = (value: unknown): string =>
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

describe.each(Object.keys(allActions) as (keyof typeof allActions)[])('the action %s', (name) => {
  it.each(answers)(
    'leaks no secret through the error and the events after %s',
    async (_what, reply) => {
      const transport: Transport = {
        name: 'leaking',
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
      const printed = [outcome, ...events].map(print).join('\n')
      expect(events.length).toBeGreaterThanOrEqual(3)
      for (const [field, value] of Object.entries(SECRETS))
        expect(printed, field).not.toContain(value)
    },
  )

  it('leaks no secret of rejected parameters', async () => {
    const panel = createPanel({ actions: allActions })
    const events: PanelEvent[] = []
    panel.events$.subscribe((event) => events.push(event))
    const quote = quoteOf(SECRETS)
    const invalid = { ...SECRETS, device_id: { [quote]: quote }, [quote]: quote }
    const error: unknown = await panel.apiRequest(allActions[name].name, invalid as never).then(
      () => 'succeeded',
      (reason: unknown) => reason,
    )
    expect(error).toMatchObject({ kind: 'params' })
    const printed = [error, ...events].map(print).join('\n')
    for (const [field, value] of Object.entries(SECRETS))
      expect(printed, field).not.toContain(value)
  })
})

describe('the secret filters', () => {
  const codec = record({
    key: { name: text(), inner: secret(record({ key: { key: text() } })) },
  })
  const value = { name: 'n', inner: { key: 'a secret inside' }, unknown: 'not in the contract' }

  it('find the marked fields, also nested ones', () => {
    expect(secretsOf(codec, value)).toEqual(['a secret inside'])
  })

  it('keep only the fields that the contract knows and does not mark', () => {
    expect(redact(codec, value)).toEqual({ name: 'n' })
  })

  it('hide every text of the cloud that looks like a key', () => {
    expect(withoutSecrets('key ede14e228a7d7c85 is not for device door', [])).toBe(
      'key [hidden] is not for device door',
    )
    expect(withoutSecrets('unauthorizedoperation of this lock', [])).toBe(
      'unauthorizedoperation of this lock',
    )
  })

  it('redact overlapping secrets, and shorten a long text', () => {
    expect(withoutSecrets('abcdef abc', ['abc', 'abcdef'])).toBe('[secret] [secret]')
    expect(withoutSecrets('x'.repeat(1_000), [])).toHaveLength(200)
  })
})
