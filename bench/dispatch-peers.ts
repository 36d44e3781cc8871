import { defer, mergeMap, of, retry, Subject, timeout } from 'rxjs'
import { hasPeers, loadPeer } from './peers'
import type { Candidate } from './ratios'

interface Axios {
  create(defaults: { readonly adapter: (config: unknown) => Promise<object> }): {
    post(url: string, body: unknown): Promise<{ readonly data: unknown }>
  }
}
interface OpenApiFetch {
  readonly default: (options: {
    readonly baseUrl: string
    readonly fetch: () => Promise<Response>
  }) => {
    POST(path: string, request: { readonly body: unknown }): Promise<{ readonly data?: unknown }>
  }
}
interface Ky {
  readonly default: {
    create(options: { readonly fetch: () => Promise<Response> }): {
      post(url: string, request: { readonly json: unknown }): { json(): Promise<unknown> }
    }
  }
}

export interface InMemoryCall {
  /** The parameters, as they are sent. */
  readonly encode: () => unknown
  readonly answer: { readonly result: unknown }
  readonly read: (result: unknown) => unknown
}

type Envelope = InMemoryCall['answer']

const MAX_OPEN = 8

/** Operators of rxjs alone: at most eight open calls, each with a time limit and two retries. */
const overRxjs = ({ encode, answer, read }: InMemoryCall): Candidate => {
  const calls = new Subject<(value: unknown) => void>()
  calls
    .pipe(
      mergeMap(
        (resolve) =>
          defer(() => of(read(encode() && answer.result))).pipe(
            timeout(10_000),
            retry({ count: 2, delay: 1_000 }),
            mergeMap(async (value) => resolve(value)),
          ),
        MAX_OPEN,
      ),
    )
    .subscribe()
  return () => new Promise((resolve) => calls.next(resolve))
}

const overAxios = ({ encode, answer, read }: InMemoryCall): Candidate => {
  const client = loadPeer<Axios>('axios').create({
    adapter: async (config) => ({ data: answer, status: 200, headers: {}, config }),
  })
  return async () => read(((await client.post('/', encode())).data as Envelope).result)
}

const overOpenApiFetch = ({ encode, answer, read }: InMemoryCall): Candidate => {
  const fetch = responding(answer)
  const client = loadPeer<OpenApiFetch>('openapi-fetch').default({ baseUrl: 'http://cloud', fetch })
  return async () => read(((await client.POST('/', { body: encode() })).data as Envelope).result)
}

const overKy = ({ encode, answer, read }: InMemoryCall): Candidate => {
  const client = loadPeer<Ky>('ky').default.create({ fetch: responding(answer) })
  return async () =>
    read(((await client.post('http://cloud/', { json: encode() }).json()) as Envelope).result)
}

const responding = (answer: unknown) => {
  const text = JSON.stringify(answer)
  const headers = { 'content-type': 'application/json' }
  return async () => new Response(text, { headers })
}

/** Libraries over a transport in memory; those over `fetch` also parse the text of the answer. */
export const dispatchPeers = (call: InMemoryCall): Readonly<Record<string, Candidate>> => ({
  'rxjs with queue, time-out and retry': overRxjs(call),
  ...(hasPeers && {
    axios: overAxios(call),
    'openapi-fetch': overOpenApiFetch(call),
    ky: overKy(call),
  }),
})
