import { inspect } from 'node:util'
import { firstValueFrom, lastValueFrom, toArray } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isSdkError } from '../../src/core/errors/sdk-error'
import { isTransportError, type TransportError } from '../../src/core/errors/transport-error'
import type {
  Transport,
  TransportAnswer,
  TransportRequest,
} from '../../src/core/transport/transport'
import type { ScriptedAnswer } from '../support/scripted-server'

/** A transport and the server that it sends to. */
export interface TransportHarness {
  readonly transport: Transport
  /** A request of a family that the transport supports. */
  readonly request: TransportRequest
  /** Values that the transport sends and that no error may contain: a token, a credential. */
  readonly secrets: readonly string[]
  /** The number of requests that the server received. */
  requests(): number
  script(next: ScriptedAnswer): void
  /** Resolves when the server receives the next request; `closed` resolves when the client closes it. */
  arrival(): Promise<{ readonly closed: Promise<void> }>
  /** The same transport, for servers that cannot be reached. */
  unreachable?(): Promise<readonly { readonly why: string; readonly transport: Transport }[]>
  close(): Promise<void>
}

export interface TransportTraits {
  /** Answers have HTTP statuses and headers. */
  readonly http: boolean
  /** The body of an answer is text. */
  readonly text: boolean
  /** Unsubscribing aborts the request at the server. */
  readonly aborts: boolean
  /** The host reports that a request was definitely not sent. */
  readonly reportsNotSent: boolean
}

/** Tests the behaviour that all transports share. */
export const describeTransport = (
  name: string,
  makeHarness: () => Promise<TransportHarness>,
  traits: TransportTraits,
): void => {
  describe(name, () => {
    let harness: TransportHarness
    beforeEach(async () => {
      harness = await makeHarness()
    })
    afterEach(() => harness.close())

    const send = () => harness.transport.send(harness.request)
    const answerTo = (script: ScriptedAnswer): Promise<TransportAnswer> => {
      harness.script(script)
      return lastValueFrom(send())
    }
    const failureOf = async (transport: Transport): Promise<TransportError> => {
      const failure: unknown = await lastValueFrom(transport.send(harness.request)).then(
        () => expect.fail('expected a failure, received an answer'),
        (error: unknown) => error,
      )
      if (!isTransportError(failure)) throw failure
      return failure
    }

    it('sends one request for each subscription, and none before', async () => {
      send()
      const twice = send()
      expect(harness.requests()).toBe(0)
      await lastValueFrom(twice)
      await lastValueFrom(twice)
      expect(harness.requests()).toBe(2)
    })

    it('emits one answer and completes', async () => {
      expect(await firstValueFrom(send().pipe(toArray()))).toHaveLength(1)
    })

    it('emits nothing without an answer, not even a time-out', async () => {
      harness.script('hang')
      const emitted: string[] = []
      const subscription = send().subscribe({
        next: () => emitted.push('next'),
        error: () => emitted.push('error'),
        complete: () => emitted.push('complete'),
      })
      const { closed } = await harness.arrival()
      subscription.unsubscribe()
      if (traits.aborts) await closed
      // The first request must still have emitted nothing after a full round trip.
      await lastValueFrom(send())
      expect(emitted).toEqual([])
    })

    onlyIf(traits.aborts)?.('aborts the request after the last unsubscribe', async () => {
      harness.script('hang')
      const subscription = send().subscribe()
      const { closed } = await harness.arrival()
      subscription.unsubscribe()
      await closed
      expect(harness.requests()).toBe(1)
    })

    onlyIf(traits.http)?.each([400, 401, 404, 408, 500, 502, 503])(
      'emits an answer with HTTP status %d',
      async (status) => {
        expect(await answerTo({ status, body: 'sorry' })).toMatchObject({ statusCode: status })
        expect(harness.requests()).toBe(1)
      },
    )

    onlyIf(traits.http)?.('emits the wait that HTTP status 429 asks for', async () => {
      const answer = await answerTo({ status: 429, headers: { 'retry-after': '7' }, body: '' })
      expect(answer).toMatchObject({ statusCode: 429, retryAfterMs: 7000 })
    })

    onlyIf(traits.text)?.each([
      ['a vendor error', '{"success":false,"code":1109,"msg":"param is illegal"}'],
      ['HTML', '<html><body>Bad gateway</body></html>'],
      ['an empty body', ''],
      ['truncated JSON', '{"success":true,"result":{"id":'],
      ['a Long', '{"success":true,"result":{"id":9007199254740993}}'],
      ['a text in Chinese', '{"success":true,"result":"前门"}'],
    ])('emits the body unchanged: %s', async (_, body) => {
      expect((await answerTo({ body })).body).toEqual({ text: body })
    })

    it.each(['drop-before', 'drop-after'] as const)(
      'does not resend after a broken connection (%s): the delivery is unknown',
      async (script) => {
        harness.script(script)
        const failure = await failureOf(harness.transport)
        expect(failure.delivery).toBe('unknown')
        expect(harness.requests()).toBe(1)
        expectOrigin(failure, harness.request)
        expectNoSecret(failure, harness)
      },
    )

    onlyIf(traits.reportsNotSent)?.(
      'fails with delivery not-sent when the server cannot be reached',
      async () => {
        const cases = (await harness.unreachable?.()) ?? []
        expect(cases.length).toBeGreaterThan(0)
        for (const { why, transport } of cases) {
          const failure = await failureOf(transport)
          expect([why, failure.delivery]).toEqual([why, 'not-sent'])
          expectOrigin(failure, harness.request)
          expectNoSecret(failure, harness)
        }
        expect(harness.requests()).toBe(0)
      },
    )
  })
}

/** A test that does not apply to a transport is omitted, not skipped. */
const onlyIf = (applies: boolean): typeof it | undefined => (applies ? it : undefined)

const expectOrigin = (error: unknown, request: TransportRequest): void => {
  expect(isSdkError(error)).toBe(true)
  const { action, family, requestId, attempt } = request
  expect(error).toMatchObject({ action, family, requestId, attempt })
}

/** Covers everything that a logger could print: message, JSON, stack, hidden properties, causes. */
export const expectNoSecret = (error: unknown, { secrets }: Pick<TransportHarness, 'secrets'>) => {
  expect(secrets.length).toBeGreaterThan(0)
  const printed = JSON.stringify(error) + inspect(error, { showHidden: true, depth: 20 })
  for (const secret of secrets) expect(printed).not.toContain(secret)
}
