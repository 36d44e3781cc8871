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

/** A transport together with the far end that it speaks to. */
export interface TransportHarness {
  readonly transport: Transport
  /** A request of a family that the transport speaks. */
  readonly request: TransportRequest
  /** What the transport sends and no error may repeat: a token, a credential. */
  readonly secrets: readonly string[]
  /** How many requests have reached the far end. */
  requests(): number
  script(next: ScriptedAnswer): void
  /** Resolves when the next request has reached the far end; its `gone` when the sender has let go of it. */
  arrival(): Promise<{ readonly gone: Promise<void> }>
  /** The same transport towards a far end that is not there. */
  unreachable?(): Promise<readonly { readonly why: string; readonly transport: Transport }[]>
  close(): Promise<void>
}

export interface TransportTraits {
  /** It has HTTP statuses and headers. */
  readonly http: boolean
  /** It hands the answer over as text. */
  readonly text: boolean
  /** Unsubscribing reaches the far end. */
  readonly aborts: boolean
  /** The host says where a request certainly never left. */
  readonly saysNotSent: boolean
}

/** What every transport does, whatever it speaks over. */
export const describeTransport = (
  name: string,
  makeHarness: () => Promise<TransportHarness>,
  traits: TransportTraits,
): void => {
  describe(`${name}, as every transport,`, () => {
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
        () => expect.fail('it was answered'),
        (error: unknown) => error,
      )
      if (!isTransportError(failure)) throw failure
      return failure
    }

    it('sends nothing before it is subscribed to, and once for each subscription', async () => {
      send()
      const twice = send()
      expect(harness.requests()).toBe(0)
      await lastValueFrom(twice)
      await lastValueFrom(twice)
      expect(harness.requests()).toBe(2)
    })

    it('gives one answer and completes', async () => {
      expect(await firstValueFrom(send().pipe(toArray()))).toHaveLength(1)
    })

    it('says nothing as long as there is no answer: time-outs are the concern of the panel', async () => {
      harness.script('hang')
      const said: string[] = []
      const subscription = send().subscribe({
        next: () => said.push('next'),
        error: () => said.push('error'),
        complete: () => said.push('complete'),
      })
      const { gone } = await harness.arrival()
      subscription.unsubscribe()
      if (traits.aborts) await gone
      // A whole round trip later nothing has come out of the first either.
      await lastValueFrom(send())
      expect(said).toEqual([])
    })

    onlyIf(traits.aborts)?.(
      'lets go of the request when nobody is subscribed any more',
      async () => {
        harness.script('hang')
        const subscription = send().subscribe()
        const { gone } = await harness.arrival()
        subscription.unsubscribe()
        await gone
        expect(harness.requests()).toBe(1)
      },
    )

    onlyIf(traits.http)?.each([400, 401, 404, 408, 500, 502, 503])(
      'takes HTTP status %d for an answer',
      async (status) => {
        expect(await answerTo({ status, body: 'sorry' })).toMatchObject({ statusCode: status })
        expect(harness.requests()).toBe(1)
      },
    )

    onlyIf(traits.http)?.('reads how long HTTP status 429 asks to wait', async () => {
      const answer = await answerTo({ status: 429, headers: { 'retry-after': '7' }, body: '' })
      expect(answer).toMatchObject({ statusCode: 429, retryAfterMs: 7000 })
    })

    onlyIf(traits.text)?.each([
      ['a failure of the vendor', '{"success":false,"code":1109,"msg":"param is illegal"}'],
      ['HTML', '<html><body>Bad gateway</body></html>'],
      ['nothing', ''],
      ['cut JSON', '{"success":true,"result":{"id":'],
      ['a Long', '{"success":true,"result":{"id":9007199254740993}}'],
      ['a text in Chinese', '{"success":true,"result":"前门"}'],
    ])('hands over %s as it came', async (_, body) => {
      expect((await answerTo({ body })).body).toEqual({ text: body })
    })

    it.each(['drop-before', 'drop-after'] as const)(
      'does not know what became of a request when the connection breaks (%s), and sends it once',
      async (script) => {
        harness.script(script)
        const failure = await failureOf(harness.transport)
        expect(failure.delivery).toBe('unknown')
        expect(harness.requests()).toBe(1)
        expectOrigin(failure, harness.request)
        expectNoSecret(failure, harness)
      },
    )

    onlyIf(traits.saysNotSent)?.('knows that nothing left where there is nobody', async () => {
      const cases = (await harness.unreachable?.()) ?? []
      expect(cases.length).toBeGreaterThan(0)
      for (const { why, transport } of cases) {
        const failure = await failureOf(transport)
        expect([why, failure.delivery]).toEqual([why, 'not-sent'])
        expectOrigin(failure, harness.request)
        expectNoSecret(failure, harness)
      }
      expect(harness.requests()).toBe(0)
    })
  })
}

/** A test that a transport cannot have is left out, not skipped. */
const onlyIf = (applies: boolean): typeof it | undefined => (applies ? it : undefined)

const expectOrigin = (error: unknown, request: TransportRequest): void => {
  expect(isSdkError(error)).toBe(true)
  const { action, family, requestId, attempt } = request
  expect(error).toMatchObject({ action, family, requestId, attempt })
}

/** Nothing that a logger could print of it: message, JSON, stack, hidden properties, causes. */
export const expectNoSecret = (error: unknown, { secrets }: Pick<TransportHarness, 'secrets'>) => {
  expect(secrets.length).toBeGreaterThan(0)
  const printed = JSON.stringify(error) + inspect(error, { showHidden: true, depth: 20 })
  for (const secret of secrets) expect(printed).not.toContain(secret)
}
