import { inspect, isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { of } from 'rxjs'
import { withReader } from '../../../actions/shared/with-reader'
import type { Action } from '../../../src/core/action'
import type { ActionRegistry } from '../../../src/core/calls'
import { readEnvelope } from '../../../src/core/envelope/read-envelope'
import { MAX_DEPTH, parseJson } from '../../../src/core/json/parse-json'
import { createPanel } from '../../../src/core/panel/create-panel'
import type { Transport, TransportAnswer } from '../../../src/core/transport/transport'
import { fetchTransport } from '../../../src/transports/fetch-transport'
import { arbitraryOf } from '../../support/arbitrary'
import { generatedReaders } from '../../support/generated-readers'
import { everyAction } from '../../support/registries'
import { copyOf, readingOf, type TolerantCodec } from '../../support/tolerant-reading'
import { wireFormsOf } from '../../support/wire-forms'
import { hostileTextsOf } from '../hostile-texts'
import { hostileValuesOf } from '../hostile-values'
import { settles, type Target, target } from '../target'

const families = ['mini-program', 'open-api', 'panel'] as const
const actions: ActionRegistry = Object.fromEntries(everyAction.map((one) => [one.name, one]))

const panelOver = (transport: Pick<Transport, 'send'>) => {
  const panel = createPanel({ actions, transport: { name: 'hostile', families, ...transport } })
  // An event is made only for a subscriber.
  panel.events$.subscribe()
  return panel
}

/** An answer of one action, in an envelope or bare. */
const answersTo = (action: Action): fc.Arbitrary<unknown> =>
  fc.oneof(
    wireFormsOf(action.result),
    wireFormsOf(action.result).map((result) => ({ success: true, t: 1_700_000_000_000, result })),
    fc
      .tuple(fc.oneof(fc.integer(), fc.string()), fc.string())
      .map(([code, msg]) => ({ success: false, code, msg })),
  )

interface Call<Answer> {
  readonly action: Action
  readonly params: unknown
  readonly answer: Answer
}

const callsOf = <Answer>(
  answers: (values: fc.Arbitrary<unknown>) => fc.Arbitrary<Answer>,
): fc.Arbitrary<Call<Answer>> =>
  fc.oneof(
    ...everyAction.map((action) =>
      fc.record({
        action: fc.constant(action),
        params: arbitraryOf(action.params),
        answer: answers(answersTo(action)),
      }),
    ),
  )

let value: unknown
const valuePanel = panelOver({
  send: () => of<TransportAnswer>({ body: { value } }),
})

interface Received {
  readonly text: string
  readonly status: number
  readonly header: string
}
let received: Received = { text: '', status: 200, header: '' }
const textPanel = panelOver(
  fetchTransport({
    url: 'https://cloud.example',
    fetch: async () => ({
      status: received.status,
      headers: { get: () => received.header },
      text: async () => received.text,
    }),
  }),
)

/** The codecs of the results, each with the reader that the build generates for it. */
const readCodecs = async () => {
  const readers = await generatedReaders(everyAction)
  return everyAction.flatMap(({ name, result }) => {
    const reader = readers.get(name)
    if (reader === undefined) return []
    const codec = result as TolerantCodec
    return [{ name, codec, generated: withReader(copyOf(codec), reader) }]
  })
}

const envelopes = fc.dictionary(
  fc.constantFrom('success', 'result', 'code', 'msg', 't', 'errorCode', 'errorMsg', 'status'),
  fc.oneof(fc.jsonValue(), fc.constantFrom(0, '0', '', null, true, false, 'false')),
)

export const answerTargets = async (): Promise<readonly Target[]> => [
  target('an answer as a value', 3, callsOf(hostileValuesOf), ({ action, params, answer }) => {
    value = answer()
    return settles(() => valuePanel.apiRequest(action.name, params, { retry: false }))
  }),
  target(
    'an answer as text',
    3,
    callsOf((values) =>
      fc.record<Received>({
        text: hostileTextsOf(values),
        status: fc.constantFrom(0, 200, 204, 302, 404, 408, 429, 502, 1_000),
        header: fc.oneof(fc.string(), fc.nat().map(String), fc.constant('application/json')),
      }),
    ),
    ({ action, params, answer }) => {
      received = answer
      return settles(() => textPanel.apiRequest(action.name, params, { retry: false }))
    },
  ),
  target(
    'a result for the generated and the interpreted reader',
    4,
    fc.oneof(
      ...(await readCodecs()).map((codec) =>
        fc.record({
          codec: fc.constant(codec),
          make: hostileValuesOf(wireFormsOf(codec.codec)),
        }),
      ),
    ),
    ({ codec: { name, codec, generated }, make }) => {
      const result = make()
      const interpreted = readingOf(codec, result)
      const compiled = readingOf(generated, result)
      if (!isDeepStrictEqual(interpreted, compiled))
        throw new Error(`the readers of ${name} differ: ${inspect([interpreted, compiled])}`)
    },
  ),
  target('JSON with Longs', 3, hostileTextsOf(fc.jsonValue()), (text) => {
    const parsed = parseJson(text)
    if (parsed.ok) assertClean(parsed.value, 0)
  }),
  target('an envelope', 2, fc.oneof(envelopes, fc.jsonValue()), (envelope) => {
    const read = readEnvelope(envelope)
    const isFailure =
      typeof envelope === 'object' &&
      envelope !== null &&
      'code' in envelope &&
      'success' in envelope
    if (read.ok && isFailure && envelope.success === false)
      throw new Error('a failure was read as a success')
  }),
]

/** Not deeper than the limit, and without the keys that could change a prototype. */
const assertClean = (part: unknown, depth: number): void => {
  if (typeof part !== 'object' || part === null) return
  if (depth >= MAX_DEPTH) throw new Error('the value is nested too deeply')
  for (const name of Object.keys(part))
    if (!Array.isArray(part) && ['__proto__', 'constructor'].includes(name))
      throw new Error(`the value has the key ${name}`)
  for (const inner of Object.values(part)) assertClean(inner, depth + 1)
}
