import { lastValueFrom } from 'rxjs'
import type { FakeWx, Simulator } from '../../simulator'
import { openApiLockActions } from '../../src/entries/actions/open-api-lock'
import { passwordCipher } from '../../src/entries/crypto'

/** The address of the app's server in the example. */
const SERVER = 'http://127.0.0.1:5173'

/** `wx.request` to a simulated cloud, and to the server of an app before it. */
export const requestTo = (simulator: Simulator): FakeWx['request'] => {
  const { request } = simulator.asWx()
  return (init) => {
    const answer = ownAnswer(simulator, init)
    if (answer === undefined) return request(init)
    void answer.then((data) => init.success?.({ data, statusCode: 200, header: {} }))
    return { abort: () => {} }
  }
}

/** What the server answers itself; `undefined` for what it passes on. */
const ownAnswer = (
  simulator: Simulator,
  { url, data }: Parameters<FakeWx['request']>[0],
): Promise<unknown> | undefined => {
  if (url === `${SERVER}/encrypt`) return encrypt(simulator, data as EncryptRequest)
  return url === `${SERVER}/cloud` ? signedAnswer(simulator, JSON.parse(String(data))) : undefined
}

interface EncryptRequest {
  readonly ticket_key: string
  readonly password: string
}

const encrypt = async (simulator: Simulator, { ticket_key, password }: EncryptRequest) => ({
  encrypted: await passwordCipher(simulator).encrypt({ ticket_key }, password),
})

interface CloudRequest {
  readonly action: string
  readonly params: Readonly<Record<string, unknown>>
}

/** The answer to a route of the open API, as text. */
const signedAnswer = (
  simulator: Simulator,
  { action, params }: CloudRequest,
): Promise<string> | undefined => {
  const route = Object.values(openApiLockActions).find(({ name }) => name === action)
  if (route === undefined) return undefined
  const request = {
    ...{ action, params, family: 'open-api' as const, query: route.query },
    ...{ requestId: '', attempt: 1, timeoutMs: 10_000 },
  }
  return lastValueFrom(simulator.asTransport().send(request)).then(({ body }) =>
    'text' in body ? body.text : JSON.stringify(body.value),
  )
}
